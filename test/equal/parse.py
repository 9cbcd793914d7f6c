"""Parses SQL as strictly as sqlglot can: a request a line on standard input, as JSON, and an answer a line on standard output."""

import json
import sys

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError

# Functions in the manual of an engine that sqlglot has no name for.
KNOWN = {"duckdb": {"printf"}}


def complaints(text, dialect):
    try:
        statements = sqlglot.parse(text, read=dialect, error_level=ErrorLevel.RAISE)
    except SqlglotError as because:
        return [str(because)]
    if len(statements) != 1:
        return [f"{len(statements)} statements"]
    # What it cannot parse it keeps as a command; what it does not know as an anonymous function.
    commands = [str(one)[:80] for one in statements[0].find_all(exp.Command)]
    functions = {one.name.lower() for one in statements[0].find_all(exp.Anonymous)} - KNOWN.get(dialect, set())
    return [f"not parsed: {one}" for one in commands] + [f"unknown function: {one}" for one in sorted(functions)]


for line in sys.stdin:
    request = json.loads(line)
    found = complaints(request["text"], request["dialect"])
    print(json.dumps({"id": request["id"], "complaints": found}), flush=True)
