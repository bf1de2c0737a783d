# shellcheck shell=bash disable=SC2154 # (self, source_dir, interactive: set by packaging/dev; root_mode: by enter.sh)
# SPDX-FileCopyrightText: 2026 Clearway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the Debian 13 packages come from: the machine itself, or a private root. Sourced by
# packaging/dev.
#
# In $cache_dir:
#   root-KEY       a finished private root; KEY is a hash of the package list
#   root-KEY.lock  held shared by whatever runs in that root, exclusively to delete it; its
#                  time is when the root was last entered
#   making-*       unfinished (or being deleted); removed at the next start
#   lock           held while a root is made
#   last-root.log  what mmdebstrap said; last-apt.log: what apt-get did

cache_dir=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/clearway
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# To be raised when roots made by an older version of this file no longer do.
recipe=1

inside_private_root() { [[ -f /etc/clearway-root ]]; }

wanted_packages() { sed 's/#.*//' "$source_dir/packaging/packages.txt" | tr -s '[:space:]' '\n' | sed '/^$/d' | sort -u; }

root_key() { { echo "$recipe $(uname -m)" && wanted_packages; } | sha256sum | cut -c1-12; }

# Returns where the packages are; elsewhere it starts this script again in the private root.
use_debian_13() {
    if inside_private_root; then
        if [[ $(</etc/clearway-root) != "$(root_key)" ]]; then
            die "packages.txt has changed since this root was entered: leave it (exit) and call again"
        fi
        return
    fi
    local ID='' VERSION_CODENAME='' PRETTY_NAME='this system'
    # shellcheck source=/dev/null
    if [[ -r /etc/os-release ]]; then source /etc/os-release; fi
    if [[ $ID == debian && $VERSION_CODENAME == trixie ]]; then
        install_missing_on_host
        return
    fi
    if [[ $cache_dir == /nonexistent/* ]]; then die "HOME is not set: set it, or XDG_CACHE_HOME"; fi
    need_namespaces
    ensure_private_root
    enter_private_root "$@"
}

# ------------------------------------------------------------------ packages of the machine itself

# as_root CMD...: CMD as root. Asks for a password only where someone can type one.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif [[ -t 0 ]]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# apt_install PACKAGE...: never upgrades what is there. Lists are fetched first where an
# installation without that fails (they are old, or there are none).
apt_install() {
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        die "please have installed, as root: apt-get install --no-install-recommends $*"
    fi
    local log=$cache_dir/last-apt.log
    local install=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
        apt-get install --quiet --yes --no-install-recommends --no-remove --no-upgrade "$@")
    try_install() { as_root "${install[@]}" || { as_root apt-get update --quiet && as_root "${install[@]}"; }; }
    if [[ $interactive == yes ]]; then
        try_install >&2 || die "apt-get could not install: $*"
    else
        mkdir -p "$cache_dir"
        if ! try_install >"$log" 2>&1; then
            tail -n 20 "$log" >&2
            die "apt-get could not install: $*; all that was said is in $log"
        fi
    fi
}

install_missing_on_host() {
    local missing cluster=/etc/postgresql-common/createcluster.d/clearway.conf
    mapfile -t missing < <(comm -23 <(wanted_packages) \
        <(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u))
    if ((${#missing[@]} == 0)); then return; fi
    say "installing what Debian packages are missing to build and test Clearway, with apt-get: ${missing[*]}"
    # Tests start a PostgreSQL of their own: no server is to run on this machine because of us.
    if [[ " ${missing[*]} " == *' postgresql '* && ! -e $cluster ]]; then
        as_root sh -c "mkdir -p '${cluster%/*}' && echo 'create_main_cluster = false' >'$cluster'" ||
            die "root is needed to install packages"
        apt_install "${missing[@]}"
        as_root rm -f "$cluster"
    else
        apt_install "${missing[@]}"
    fi
}

# ------------------------------------------------------------------ the private root

# Leaves file descriptor 9 open: the root is in use until every process that was started has ended.
ensure_private_root() {
    local key
    key=$(root_key)
    root=$cache_dir/root-$key
    mkdir -p "$cache_dir"
    exec 9>>"$root.lock"
    flock --shared 9
    if [[ ! -d $root ]]; then
        exec 8>>"$cache_dir/lock"
        if ! flock --nonblock 8; then
            say "another checkout is making the private Debian 13: waiting for it"
            flock 8
        fi
        remove_unfinished
        if [[ ! -d $root ]]; then make_private_root "$key"; fi
        exec 8>&-
    fi
    touch "$root.lock"
    # Roots of other package lists go when nobody has entered them for two days.
    local lock
    while IFS= read -r -d '' lock; do
        if [[ $lock != "$root.lock" ]]; then remove_root "${lock%.lock}" quietly; fi
    done < <(find "$cache_dir" -maxdepth 1 -name 'root-*.lock' -mmin +2880 -print0)
}

remove_unfinished() {
    rm -rf --one-file-system -- "$cache_dir"/making-*
    # Without root, mmdebstrap works outside the home, and what it leaves has other user ids: those
    # who have them empty the folders, and who owns the folder removes them.
    local work=/var/tmp/clearway-$EUID
    if [[ -O $work ]]; then
        rm -rf --one-file-system -- "$work" 2>/dev/null && return
        mmdebstrap --unshare-helper find "$work"/* -xdev -mindepth 1 -delete >/dev/null 2>&1 || true
        rm -rf --one-file-system -- "$work" || true
    fi
}

remove_root() {
    local old=$1 going
    if [[ ! -d $old ]]; then return; fi
    exec 6>>"$old.lock"
    if flock --nonblock 6; then
        going=$cache_dir/making-trash-${old##*/}-$$
        mv -- "$old" "$going"
        rm -rf --one-file-system -- "$going"
        [[ ${2:-} == quietly ]] || say "removed $old"
    elif [[ ${2:-} != quietly ]]; then
        say "$old is in use: not removed"
    fi
    exec 6>&-
}

remove_private_roots() {
    local old
    for old in "$cache_dir"/root-*; do
        if [[ $old != *.lock ]]; then remove_root "$old"; fi
    done
}

make_private_root() {
    local key=$1 making=$cache_dir/making-$1-$$ log=$cache_dir/last-root.log started=$SECONDS
    local available child stop status=0 packages mirror unpacking=''
    say "making a private Debian 13 in $root, once (2 GB, some minutes):" \
        "${PRETTY_NAME:-this system} lacks the Qt that Clearway needs, and its own packages stay as they are"
    available=$(df --output=avail -B1M -- "$cache_dir" | tail -n 1)
    if ((available < 3000)); then die "$cache_dir has ${available// /} MB free; 3000 are needed"; fi
    need_mmdebstrap
    mapfile -t mirror < <(debian_mirror)
    packages=$(wanted_packages | paste -sd,)
    mkdir -p "$making/root"
    chmod 755 "$making/root"

    # Its own process and mount namespaces: nothing of it is left behind, however this ends.
    local make=(mmdebstrap --variant=apt --include="$packages"
        --aptopt='Acquire::Languages "none"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*'
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright')
    # Tests start a PostgreSQL of their own. ($1 is the new root: for mmdebstrap.)
    # shellcheck disable=SC2016
    make+=(--setup-hook='mkdir -p "$1/etc/postgresql-common/createcluster.d" &&
        echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.d/clearway.conf"')
    local option
    while IFS= read -r option; do make+=(--aptopt="$option"); done < <(proxy_options)
    if [[ $ID != debian ]]; then make+=(--keyring="$keyring"); fi

    if [[ $root_mode == root ]]; then
        setpriv --pdeathsig KILL unshare --pid --fork --kill-child --mount-proc \
            "${make[@]}" --mode=root trixie "$making/root" "${mirror[@]}" \
            2> >(tee "$log" | show_steps "$started") >/dev/null &
        child=$!
        stop=$child
    else
        local work=/var/tmp/clearway-$EUID
        mkdir -m 711 "$work" || die "$work is in the way: remove it"
        mkfifo "$making/tar"
        tar -C "$making/root" -x --no-same-owner --exclude='./dev/*' <"$making/tar" &
        unpacking=$!
        # A process group of its own, to be ended as one: mmdebstrap itself goes on when it is told to stop.
        TMPDIR=$work setsid setpriv --pdeathsig KILL \
            "${make[@]}" --mode=unshare --format=tar trixie - "${mirror[@]}" \
            2> >(tee "$log" | show_steps "$started") >"$making/tar" &
        child=$!
        stop=-$child
    fi
    # In the background, so that a signal to this script is answered at once.
    trap 'say "interrupted"
        if [[ -n $unpacking ]]; then kill "$unpacking" || true; fi
        kill -KILL -- "$stop" || true
        wait "$child" 2>/dev/null || true
        remove_unfinished
        exit 130' INT TERM HUP
    wait "$child" || status=$?
    if [[ -n $unpacking ]]; then wait "$unpacking" || status=$?; fi
    trap - INT TERM HUP
    if ((status != 0)); then
        rm -rf --one-file-system -- "$making"
        grep -E '^(E|Err|W):' "$log" | tail -n 5 >&2 || true
        die "the private Debian 13 could not be made; all that was said is in $log"
    fi

    # What switch_to_root mounts over, and the mark by which this script knows where it is.
    mkdir -p "$making/root/.host"
    rm -f "$making/root/etc/resolv.conf" "$making/root/etc/machine-id"
    touch "$making/root/etc/resolv.conf" "$making/root/etc/machine-id"
    echo "$key" >"$making/root/etc/clearway-root"
    sync -f "$making/root/etc/clearway-root"
    mv -T -- "$making/root" "$root"
    remove_unfinished
    say "made in $((SECONDS - started)) s"
}

# mmdebstrap's steps ("I: ..."), each with the seconds since the start.
show_steps() {
    local line
    while IFS= read -r line; do
        if [[ $line == 'I: '* && $line != *--setup-hook* ]]; then printf '  %4d s  %s\n' "$((SECONDS - $1))" "${line#I: }" >&2; fi
    done
}

need_mmdebstrap() {
    local wanted=()
    command -v mmdebstrap >/dev/null || wanted+=(mmdebstrap)
    [[ -r $keyring ]] || wanted+=(debian-archive-keyring)
    if [[ $root_mode == user ]] && ! command -v newuidmap >/dev/null; then wanted+=(uidmap); fi
    if ((${#wanted[@]})); then
        if ! command -v apt-get >/dev/null; then
            die "${PRETTY_NAME:-this system} has no apt-get, and Clearway was never tried on it; needed: ${wanted[*]}"
        fi
        say "installing ${wanted[*]} with apt-get: it makes the private Debian 13"
        apt_install "${wanted[@]}"
    fi
    if [[ $root_mode == user ]]; then
        local name file
        name=$(id -un)
        for file in /etc/subuid /etc/subgid; do
            grep -qsE "^($name|$EUID):" "$file" ||
                die "$file gives $name no ids to make the private Debian 13 with; as root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $name"
        done
    fi
}

# The mirror that Debian's own packages come from here; nothing where that is not known, and
# mmdebstrap takes its own. apt reads its sources in all their forms; of several that carry this
# release's `main`, the archive is the one that has its updates too.
debian_mirror() {
    local uri list
    if [[ -n ${CLEARWAY_MIRROR:-} ]]; then
        echo "$CLEARWAY_MIRROR"
        return
    fi
    if [[ $ID != debian || -z $VERSION_CODENAME ]]; then return; fi
    # shellcheck disable=SC2016 # ($(REPO_URI) is for apt-get)
    uri=$(apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v release="$VERSION_CODENAME" '
            $2 == release && $3 == "main" && !($1 in order) { order[$1] = ++n; name[n] = $1 }
            $2 == release "-updates" { updates[$1] = 1 }
            END {
                for (i = 1; i <= n; ++i) {
                    score = 2 * (name[i] in updates) + (name[i] ~ /\/debian\/?$/)
                    if (!best || score > best_score) { best = i; best_score = score }
                }
                if (best) print name[best]
            }') || true
    case $uri in
        mirror+file:*) # a file that lists mirrors
            list=${uri#mirror+file:}
            awk '!/^[[:space:]]*(#|$)/ { print $1; exit }' "${list%/}"
            ;;
        cdrom:* | '') ;;
        *) echo "$uri" ;;
    esac
}

# How this machine's apt reaches the network (a proxy, for one).
proxy_options() { apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https)::(Proxy|ProxyAutoDetect|Proxy-Auto-Detect)' || true; }
