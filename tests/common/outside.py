# tests/common/outside.py: the programs of others that read our files, where tests/clients/fetch has put them
import glob
import os
import shutil
import subprocess

FOLDER = os.environ.get('FAIRLEAD_CLIENTS') or os.path.join(
    os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache'), 'fairlead-clients')


def path_of(*parts):
    """A path below the folder, or None where it is not there"""
    path = os.path.join(FOLDER, *parts)
    return path if os.path.exists(path) else None


def node_environment():
    """NODE_PATH, with the folder behind what it has"""
    paths = [os.environ.get('NODE_PATH'), path_of('node_modules')]
    return dict(os.environ, NODE_PATH=os.pathsep.join(filter(None, paths)))


def has_node_package(name):
    return shutil.which('node') is not None and subprocess.run(
        ['node', '-e', 'require("%s")' % name], check=False, capture_output=True,
        env=node_environment()).returncode == 0


def run_node(script, *arguments):
    return subprocess.run(['node', '-e', script, *arguments], check=True, capture_output=True,
                          env=node_environment()).stdout.decode()


def find_java():
    """A java that compiles what it runs, so of a JDK: the one on the path, or one that is beside
    it; None where there is none"""
    homes = sorted(glob.glob('/usr/lib/jvm/*/bin/java'))
    for java in filter(None, [shutil.which('java')] + homes):
        modules = subprocess.run([java, '--list-modules'], check=False, capture_output=True)
        if b'jdk.compiler' in modules.stdout:
            return java
    return None
