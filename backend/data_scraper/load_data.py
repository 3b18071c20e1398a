"""The loader under its older path: the same as scripts/load_csv_data.py."""

import sys

from scripts.load_csv_data import main

if __name__ == "__main__":
    sys.exit(main())
