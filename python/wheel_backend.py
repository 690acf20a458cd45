"""meson-python, naming the platform that the wheel is for.

The wheel's library needs nothing but the C library, so the wheel runs wherever that is as new as here: manylinux.
"""

import os
import platform

from mesonpy import *  # noqa: F401,F403: the hooks of a build backend

name, version = platform.libc_ver()
if name == "glibc":
    os.environ["_PYTHON_HOST_PLATFORM"] = f"manylinux_{version.replace('.', '_')}_{platform.machine()}"
