"""Who holds an office, and who held it: by the article itself and by the dated roles of the directory."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.lexicon import function_words
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import fold

NEAR = 3


def holder_on(scene: Scene, title: str, state: Actor) -> Actor | None:
    """Return who holds an office of a state on the day of the article."""
    offices = scene.lexicon.offices.get(title, (title,))
    return next((holder for office in offices if (holder := _by_directory(scene, office, state.id))), None)


def holders(scene: Scene, title: str, body: Actor | None, state: Actor | None) -> list[Actor]:
    """The holder of that day whom the article names, else whom the article calls so, else the holder of that day."""
    offices = scene.lexicon.offices.get(title, (title,))
    # a stand-in of one word ("le dirigeant") needs the name of its state, "le chef de l'État" does not
    vague = title in scene.lexicon.offices and " " not in title
    sole = title in function_words("sole")
    bodies = [body.id] if body else scene.main_states[: 0 if vague else NEAR]
    if sole and body is None:
        bodies = _having(scene, offices)
    of_state = state.id if state else None
    dated = _dated(scene, offices, bodies[:1])
    elsewhere = _dated(scene, offices, bodies[1:])
    told = [holder for office in offices if (holder := scene.holder(office, of_state))]
    # "le président" is nobody whom the article never names; "le président de la République" and "le pape" may be
    unnamed = dated if body or sole or " " in title else []
    return [*_named(scene, dated), *told, *_named(scene, elsewhere), *unnamed]


def _having(scene: Scene, offices: Iterable[str]) -> list[str]:
    """Return the ids of the bodies that have one of these offices."""
    by_body = scene.lexicon.directory.by_body
    return [body for body, roles in by_body.items() if any(role.title in offices for role in roles)]


def _dated(scene: Scene, offices: Iterable[str], bodies: Iterable[str]) -> list[Actor]:
    return [holder for office in offices for body in bodies if (holder := _by_directory(scene, office, body))]


def _named(scene: Scene, holders: Iterable[Actor]) -> list[Actor]:
    return [holder for holder in holders if scene.register.counts[holder.id]]


def former_holders(scene: Scene, title: str, body: Actor | None) -> list[Actor]:
    """ "l'ex-président": those whom the article names and who held that office before its day."""
    bodies = [body.id] if body else scene.main_states[:NEAR]
    offices = scene.lexicon.offices.get(title, (title,))
    wanted = {fold(office) for office in offices}
    held = {
        role.person
        for body_id in bodies
        for role in scene.lexicon.directory.by_body.get(body_id, ())
        if role.end and fold(role.title) in wanted
    } - {holder.id for holder in _dated(scene, offices, bodies)}
    return _named(scene, (scene.lexicon.directory.actors[id_] for id_ in sorted(held)))


def next_in_office(scene: Scene, person: Actor, *, before: bool) -> Actor | None:
    """ "son prédécesseur", "son successeur": who held a person's office of that day right before, or right after."""
    directory = scene.lexicon.directory
    for body, roles in directory.by_body.items():
        for own in roles:
            if own.person != person.id or not own.held_on(scene.date):
                continue
            day = own.start if before else own.end
            others = {
                role.person
                for role in directory.by_body[body]
                if role.title == own.title and day and (role.end if before else role.start)[:7] == day[:7]
            } - {person.id}
            if len(others) == 1:
                return directory.actors[others.pop()]
    return None


def _by_directory(scene: Scene, office: str, body: str) -> Actor | None:
    wanted = fold(office)
    held = [
        role
        for role in scene.lexicon.directory.by_body.get(body, ())
        if fold(role.title) == wanted and role.held_on(scene.date)
    ]
    holders = {role.person for role in held}
    return scene.lexicon.directory.actors[held[0].person] if len(holders) == 1 else None
