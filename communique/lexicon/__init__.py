"""What words mean: lookups over the data files below this folder."""
