"""The real site under load while its parts are killed, frozen and filled up: `make drill`.

Patients read, search and send requests, schedulers book visits, all over HTTP. At the end what they were told is
compared with the database and with the mail that arrived.
"""
