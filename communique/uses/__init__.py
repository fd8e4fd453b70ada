"""What people touch: terminal, pages, exports."""
