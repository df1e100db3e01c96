# tests/library/run-other.py: SCRIPT ROOT PROGRAM...: runs the script by the first of the programs
# that is there; none, or one without its binding, skips it
import os
import shutil
import subprocess
import sys

script, root, programs = sys.argv[1], sys.argv[2], sys.argv[3:]
program = next(filter(None, map(shutil.which, programs)), None)
if program is None:
    print('1..0 # SKIP there is no %s here' % ' or '.join(programs))
elif script.endswith('.lua') and subprocess.run(
        [program, '-e', 'require "lgi"'], stderr=subprocess.DEVNULL).returncode != 0:
    print('1..0 # SKIP %s has no lgi here' % program)
else:
    os.execv(program, [program, script, root])
