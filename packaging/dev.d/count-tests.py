# SPDX-FileCopyrightText: 2026 Clearway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py JUNIT.xml CTEST_STATUS: prints "N passed, N failed".

A Qt Test program counts as many as the test functions and rows of its "Totals:" lines, any other
program as one. Exit status 0 only if something passed and nothing failed.
"""
import re
import sys
import xml.etree.ElementTree as xml

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed", re.MULTILINE)


def count(path):
    passed = failed = 0
    for case in xml.parse(path).getroot().iter("testcase"):
        # ctest says "skipped" also of a test that could not be started: that is a failure.
        skipped = case.find("skipped")
        chosen = skipped is not None and skipped.get("message", "").startswith("SKIP_")
        if case.get("status") == "disabled" or chosen:
            continue
        totals = TOTALS.findall(case.findtext("system-out") or "")
        its_passed = sum(int(p) for p, _ in totals)
        its_failed = sum(int(f) for _, f in totals)
        if case.get("status") == "run":
            # Passed, says ctest: then nothing can have failed (WILL_FAIL tests are rightly red inside).
            passed += its_passed or 1
        else:
            # A crash or a time-out shows in no total.
            passed += its_passed
            failed += its_failed or 1
    return passed, failed


def main():
    path, status = sys.argv[1], int(sys.argv[2])
    try:
        passed, failed = count(path)
    except (OSError, xml.ParseError) as error:
        print(f"clearway: the tests' results cannot be read: {error}", file=sys.stderr)
        passed, failed = 0, 1
    if failed == 0 and (status != 0 or passed == 0):
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
