"""The day sheet: who comes today, to be worked with and to be printed."""
