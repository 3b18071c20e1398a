"""The former path of scripts/load_csv_data.py; does the same."""

import sys

from scripts.load_csv_data import main

if __name__ == "__main__":
    sys.exit(main())
