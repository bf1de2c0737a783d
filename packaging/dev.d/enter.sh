# shellcheck shell=bash disable=SC2154 # (self, source_dir: set by packaging/dev)
# SPDX-FileCopyrightText: 2026 Clearway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Entering the private root. Sourced by packaging/dev.
#
# A mount namespace of its own and pivot_root, not chroot: the kernel refuses user namespaces
# inside a chroot, and the sandbox tests need them. Nothing mounted here is seen outside, and all
# of it goes with the last process. Inside, the system folders (/usr, /etc, /var) are Debian 13's
# and read-only; every other folder of the machine is where it always is.

# Sets root_mode: "root", or "user" where only user namespaces can mount.
need_namespaces() {
    if ((EUID == 0)) && unshare --mount --propagation private true 2>/dev/null; then
        root_mode=root
    elif ((EUID != 0)) && unshare --user --map-root-user --mount --propagation private true 2>/dev/null; then
        root_mode=user
    elif ((EUID == 0)); then
        die "root may not mount anything here, which the private Debian 13 needs: a container must be started with" \
            "CAP_SYS_ADMIN and without its seccomp and AppArmor profiles (or be Debian 13 itself)"
    else
        local why=''
        command -v unshare >/dev/null || why='the program unshare (package util-linux) is missing'
        [[ $(setting kernel/unprivileged_userns_clone) != 0 ]] || why='kernel.unprivileged_userns_clone is 0; it must be 1'
        [[ $(setting user/max_user_namespaces) != 0 ]] || why='user.max_user_namespaces is 0; it must be more'
        [[ $(setting kernel/apparmor_restrict_unprivileged_userns) != 1 ]] ||
            why='kernel.apparmor_restrict_unprivileged_userns is 1; it must be 0'
        die "without root, the private Debian 13 needs user namespaces:" \
            "${why:-this kernel or container refuses them} (or call this script as root)"
    fi
}

setting() { cat "/proc/sys/$1" 2>/dev/null || true; }

# enter_private_root ARG...: this script again with ARG..., in the private root. Does not return.
enter_private_root() {
    # A process keeps its number from here to the program that is asked for: signals reach it,
    # and its exit status is ours.
    PATH=$PATH:/usr/sbin:/sbin
    if [[ $root_mode == root ]]; then
        exec unshare --mount --propagation private -- "$self" --enter "$root" root "$@"
    else
        exec unshare --user --map-root-user --mount --propagation private -- \
            "$self" --enter "$root" "$EUID:$(id -g)" "$@"
    fi
}

# show FOLDER [AS]: FOLDER of the machine is seen in the new root, there or at AS, unless it is seen
# already or the root has files of its own there (mere folders may be mount points of earlier runs).
show() {
    local from=$1 at=$root${2:-$1}
    if [[ ! -d $at ]]; then
        mkdir -p -- "$at"
    elif [[ -n $(find "$at" ! -type d -print -quit 2>/dev/null) ]]; then
        return
    fi
    mount --rbind -- "$from" "$at"
}

show_file() { if [[ -e $1 && -e $root$2 ]]; then mount --bind -- "$1" "$root$2"; fi; }

# switch_to_root ROOT WHO ARG...: in the namespaces that enter_private_root made. WHO is root, or
# uid:gid of the user who is root only in here. Does not return.
switch_to_root() {
    root=$1
    local who=$2 here folder
    shift 2
    here=$(pwd -P)

    mount --bind -- "$root" "$root"
    for folder in proc sys dev; do mount --rbind "/$folder" "$root/$folder"; done
    mount --rbind /tmp "$root/tmp"
    mount --rbind /var/tmp "$root/var/tmp"

    # Whatever the machine has beside its system: homes, data, work folders.
    for folder in /*; do
        if [[ ! -d $folder || -L $folder ]]; then continue; fi
        case ${folder#/} in
            bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | proc | run | sbin | sys | tmp | usr | var) ;;
            *) { mkdir -p -- "$root$folder" && mount --rbind -- "$folder" "$root$folder"; } 2>/dev/null || true ;;
        esac
    done
    # These may stand where system folders are (/var/lib/...), or be reached through links.
    for folder in "${HOME:-/}" "$source_dir" "$(dirname -- "$source_dir")/shared" "${TMPDIR:-/}" "$here"; do
        if [[ -d $folder && $folder != / ]]; then show "$(realpath -- "$folder")" "$folder" || true; fi
    done
    [[ -d $root$source_dir/packaging ]] || die "$source_dir cannot be shown in the private Debian 13"

    # /run is empty but for the user's own sockets (Wayland) and what servers in tests expect.
    mount -t tmpfs -o mode=755 clearway "$root/run"
    mkdir -m 1777 "$root/run/lock" "$root/run/postgresql" "$root/run/shm"
    if [[ -d ${XDG_RUNTIME_DIR:-} ]]; then show "$XDG_RUNTIME_DIR" || unset XDG_RUNTIME_DIR; fi
    # The user has a name inside; the root's own users (postgres) stay.
    mkdir "$root/run/clearway"
    for folder in passwd group; do
        cp -- "$root/etc/$folder" "$root/run/clearway/$folder"
        if [[ $who != root ]]; then
            getent "$folder" "$([[ $folder == passwd ]] && echo "${who%:*}" || echo "${who#*:}")" \
                >>"$root/run/clearway/$folder" || true
        fi
        mount --bind "$root/run/clearway/$folder" "$root/etc/$folder"
    done
    show_file "$(realpath /etc/resolv.conf 2>/dev/null)" /etc/resolv.conf
    show_file /etc/machine-id /etc/machine-id

    cd -- "$root" || exit
    pivot_root . .host
    hash -r
    PATH=/usr/lib/ccache:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/lib/qt6/bin
    umount --lazy /.host
    mount -o remount,bind,ro /
    cd -- "$here" 2>/dev/null || cd -- "$source_dir" || exit

    # What the machine's environment says about its own libraries and themes is wrong in here; of
    # its language only what needs no locale files.
    unset LD_PRELOAD LD_LIBRARY_PATH LOCPATH QT_PLUGIN_PATH QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_QPA_PLATFORM_PLUGIN_PATH
    unset PYTHONPATH PYTHONHOME PERL5LIB PKG_CONFIG_PATH CMAKE_PREFIX_PATH XDG_DATA_DIRS XDG_CONFIG_DIRS GTK_PATH GTK_MODULES
    LANG=${LC_ALL:-${LANG:-C.UTF-8}}
    unset LC_ALL LC_COLLATE LC_NUMERIC LC_TIME LC_MONETARY LC_MESSAGES
    export LANG LC_CTYPE=C.UTF-8 debian_chroot=clearway
    if [[ $who == root ]]; then
        exec "$self" "$@"
    else
        exec unshare --user --map-user="${who%:*}" --map-group="${who#*:}" -- "$self" "$@"
    fi
}
