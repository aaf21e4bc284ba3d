"""YAML with the line of every value, so that a fault can name its place."""

import yaml


class YamlError(Exception):
    """What is wrong with a text as YAML, and on which line (from 1)."""

    def __init__(self, message, line):
        super().__init__(message)
        self.message, self.line = message, line


def read(text):
    """The value of ``text`` and a map of path -> line, where a path is like ``("locations", 0, "name")``.

    Raises YamlError for a text that is not YAML or that names a key twice.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not readable"
        raise YamlError(f"This is not YAML: {problem}.", mark.line + 1 if mark else 1) from None
    except (ValueError, OverflowError) as error:  # such as the date 2026-02-31
        raise YamlError(f"This is not YAML: {error}.", 1) from None
    lines = {}
    if node is not None:
        _walk(node, (), lines)
    return value, lines


def dump(value):
    """The canonical text of a plain value: keys in the order given, one line a scalar."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True

    def increase_indent(self, flow=False, indentless=False):
        # Lists stand two spaces in, as people write them.
        return super().increase_indent(flow, False)


def _text(dumper, text):
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _walk(node, path, lines):
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = (*path, key.value)
            if place in lines:
                raise YamlError(f"“{key.value}” stands here twice.", key.start_mark.line + 1)
            _walk(value, place, lines)
            lines[place] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines)
