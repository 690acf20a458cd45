#!/usr/bin/env python3
"""What is installed can be built with: a program in C, one in C++, and another shared library.

    install_test.py pkg-config|cmake BUILD    installs into a temporary folder; 77 where the tool is missing
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
STRICT = ['-Wall', '-Wextra', '-Wpedantic', '-Werror']
SAID = {'in_c': 'percentage money 0\n', 'in_cpp': 'money 2\n'}


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', **options)
    if done.returncode:
        sys.exit(f'{shlex.join(map(str, command))}\n{done.stdout}')
    return done.stdout


def installed(build, folder):
    """The prefix: the folder in which include/ lies."""
    run('meson', 'install', '-C', build, '--no-rebuild', '--destdir', folder)
    return next(folder.rglob('claimex.h')).parent.parent


def library_of(prefix):
    return next(prefix.rglob('claimex.pc')).parent.parent


def check(program, prefix):
    said = run(program, env={**os.environ, 'LD_LIBRARY_PATH': str(library_of(prefix))})
    if said != SAID[program.name]:
        sys.exit(f'{program.name} says {said!r}, not {SAID[program.name]!r}')


def flags(prefix, *wanted):
    """As pkg-config gives them once the tree has moved."""
    environment = {**os.environ, 'PKG_CONFIG_PATH': str(library_of(prefix) / 'pkgconfig')}
    return shlex.split(run('pkg-config', f'--define-variable=prefix={prefix}', *wanted, 'claimex', env=environment))


def compile_with(compiler, target, *arguments):
    run(*shlex.split(os.environ.get(compiler, compiler.lower())), *STRICT, '-o', target, *arguments)


def with_pkg_config(prefix, folder):
    shared = flags(prefix, '--cflags', '--libs')
    plugin = folder / 'libplugin.so'
    compile_with('CC', folder / 'in_c', '-std=c11', HERE / 'program.c', *shared)
    compile_with('CC', plugin, '-std=c11', '-shared', '-fPIC', HERE / 'plugin.c', *shared)
    compile_with('CXX', folder / 'in_cpp', '-std=c++17', HERE / 'program.cpp', plugin, f'-Wl,-rpath,{folder}', *shared)
    for name in SAID:
        check(folder / name, prefix)
    archive = library_of(prefix) / 'libclaimex.a'
    if archive.exists():
        static = flags(prefix, '--static', '--cflags', '--libs')
        static[static.index('-lclaimex')] = archive  # which the linker takes only when there is no shared one
        compile_with('CC', folder / 'in_c', '-std=c11', HERE / 'program.c', *static)
        check(folder / 'in_c', prefix)


def with_cmake(prefix, folder):
    wanted = flags(prefix, '--modversion')[0]
    warnings = ' '.join(STRICT)
    # The second place is for a lib64 where CMake does not look into such folders of itself.
    places = f'{prefix};{library_of(prefix)}/cmake/claimex'
    run('cmake', '-G', 'Ninja', '-S', HERE, '-B', folder, f'-DCMAKE_PREFIX_PATH={places}', f'-DWANTED={wanted}',
        f'-DCMAKE_C_FLAGS={warnings}', f'-DCMAKE_CXX_FLAGS={warnings}')
    run('cmake', '--build', folder)
    for name in SAID:
        check(folder / name, prefix)


def main(tool, build):
    if not shutil.which(tool):
        print(f'{tool} is missing')
        return 77
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        prefix = installed(build, root / 'tree')
        made = root / 'made'
        made.mkdir()
        (with_cmake if tool == 'cmake' else with_pkg_config)(prefix, made)
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
