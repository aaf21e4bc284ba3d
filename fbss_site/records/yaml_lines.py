"""YAML with the line of every value, so that a fault can name its place."""

import yaml

TEXT = "tag:yaml.org,2002:str"


class YamlError(Exception):
    """What is wrong with a text as YAML, and on which line (from 1)."""

    def __init__(self, message, line):
        super().__init__(message)
        self.message, self.line = message, line


def read(text):
    """The value of ``text`` and a map of path -> line, where a path is like ``("locations", 0, "name")``.

    Raises YamlError for a text that is not YAML, that names a key twice or that has one value refer to another.
    """
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return None, {}
        lines = {}
        _walk(node, (), lines, set())
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        raise YamlError(f"This is not YAML: {error.problem}.", error.problem_mark.line + 1) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(f"This is not YAML: {error.reason}.", line) from None
    except RecursionError:
        raise YamlError("This is not YAML for us: its values stand too deep inside each other.", 1) from None


def dump(value):
    """The canonical text of a plain value: keys in the order given, one line a scalar."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))


class _Loader(yaml.SafeLoader):
    def construct_object(self, node, deep=False):
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError) as error:  # such as the date 2026-02-31
            raise yaml.constructor.ConstructorError(problem=str(error), problem_mark=node.start_mark) from None


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True

    def increase_indent(self, flow=False, indentless=False):
        # Lists stand two spaces in, as people write them.
        return super().increase_indent(flow, False)


def _text(dumper, text):
    style = "|" if "\n" in text else None
    return dumper.represent_scalar(TEXT, text, style=style)


_Dumper.add_representer(str, _text)


def _walk(node, path, lines, seen):
    if id(node) in seen:
        # A value that holds itself would never end.
        raise YamlError("Write this value out: one cannot refer to another here.", node.start_mark.line + 1)
    seen.add(id(node))
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode) and not _is_unicode(node.value):
        raise YamlError("This text holds half a character: write the character itself.", lines[path])
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag != TEXT:
                raise YamlError(
                    "A key is a word here: put it in quotes if it has to be this one.", key.start_mark.line + 1
                )
            place = (*path, key.value)
            if place in lines:
                raise YamlError(f"“{key.value}” stands here twice.", key.start_mark.line + 1)
            _walk(value, place, lines, seen)
            lines[place] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines, seen)


def _is_unicode(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
