"""`python -m newsmodel`: the command line without its script."""

from newsmodel.cli import main

if __name__ == "__main__":
    main()
