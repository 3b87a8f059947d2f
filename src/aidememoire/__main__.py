"""``python -m aidememoire``: the command."""

from aidememoire.faces.cli import main

if __name__ == "__main__":
    main()
