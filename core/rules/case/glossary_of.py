"""The words of an edition, gathered for screens."""

from core.model.glossary import Glossary
from core.rulebook.compiled import CompiledRulebook


def glossary_of(rulebook: CompiledRulebook) -> Glossary:
    """Title, edition and labels."""
    edition = rulebook.edition
    return Glossary(
        title=edition.title,
        edition=edition.edition,
        since=edition.in_force_from,
        sha256=rulebook.sha256,
        roles={key: role.label for key, role in edition.roles.items()},
        offices={key: office.label for key, office in edition.offices.items()},
        measures={key: measure.label for key, measure in edition.measures.items()},
        facts={key: fact.label for key, fact in (*edition.facts.items(), *edition.person.items())},
        losses=rulebook.loss_labels,
        causes={key: cause.label for key, cause in edition.causes.items()},
        sources=rulebook.sources,
        overridden=edition.overridden,
        settings={key: setting.label for key, setting in edition.settings.items()},
    )
