"""The software bill of materials: what graphbuild runs on, its licences, and who needs it (CycloneDX 1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from configparser import ConfigParser
from importlib.metadata import Distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from licences import licence
from lock import FOLDER, SPARK, Pin
from packageurl import PackageURL

BILL = FOLDER / "sbom.cdx.json"


def write_bill(pins: Iterable[Pin], packages: Mapping[str, Distribution], path: Path = BILL) -> None:
    """Write the bill: same lock, same bytes, so it bears no clock and its number comes from the lock."""
    pins = tuple(pins)
    root = _root()
    parts = {root.name: root, **{pin.name: _component(pin, packages[pin.name]) for pin in pins}}
    number = uuid5(NAMESPACE_URL, SPARK.read_text("utf-8"))
    bill = Bom(components=[parts[pin.name] for pin in pins], serial_number=number)
    bill.metadata.component = root
    bill.metadata.timestamp = None  # type: ignore[assignment]
    for name, part in parts.items():
        bill.register_dependency(part, [parts[pin.name] for pin in pins if name in pin.asked_by])
    path.write_text(JsonV1Dot6(bill).output_as_string(indent=1) + "\n", encoding="utf-8")


def _root() -> Component:
    setup = ConfigParser()
    setup.read(FOLDER.parent / "setup.cfg", encoding="utf-8")
    about = setup["metadata"]
    return Component(
        name=about["name"],
        version=about["version"],
        type=ComponentType.APPLICATION,
        bom_ref=about["name"],
        licenses=[LicenseFactory().make_from_string(about["license"])],
    )


def _component(pin: Pin, package: Distribution) -> Component:
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=pin.name,
        purl=PackageURL("pypi", name=pin.name, version=pin.version),
        description=package.metadata["Summary"],
        licenses=[LicenseFactory().make_from_string(licence(package))],
        properties=[Property(name="graphbuild:only-where", value=pin.marker)] if pin.marker else [],
    )
