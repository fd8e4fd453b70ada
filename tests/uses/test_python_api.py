"""The public names."""

import communique


def test_the_public_names_and_nothing_else() -> None:
    assert communique.__all__ == ["Communique", "Reading", "Text", "errors", "read"]
    assert all(getattr(communique, name) for name in communique.__all__)
    assert not hasattr(communique, "nonsense")
