"""The ground floor: frozen values that every other part speaks in; no I/O, no imports of ours."""
