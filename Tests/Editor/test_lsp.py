"""`vekha lsp` talks with a client of another hand, and with Neovim where that is installed."""

import asyncio
import os
import pathlib
import re
import shutil
import subprocess
import tomllib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

VEKHA = os.environ["VEKHA"]
WORKFLOWS = pathlib.Path(os.environ["WORKFLOWS"])
NAME = "library-opening.yaml"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[VEKHA, "lsp", "--lang", "en"]))
async def client(lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            root_uri=WORKFLOWS.as_uri(),
        )
    )
    yield
    await lsp_client.shutdown_session()


def document():
    return (WORKFLOWS / NAME).as_uri()


def place(text, marker):
    """The position of `|` in `marker`."""
    before, after = marker.split("|")
    start = text.index(before + after) + len(before)
    line = text.count("\n", 0, start)
    return types.Position(line, start - (text.rfind("\n", 0, start) + 1))


async def until(holds):
    """Waits a little for what the server sends of itself, a message for every file."""
    for _ in range(400):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the server is silent")


async def opened(client, text):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=document(), language_id="yaml", version=1, text=text)
        )
    )
    await until(lambda: document() in client.diagnostics)
    return types.TextDocumentIdentifier(document())


@pytest.mark.asyncio
async def test_a_client_is_shown_problems_and_meanings(client):
    text = (WORKFLOWS / NAME).read_text(encoding="utf-8")
    identifier = await opened(client, text)
    assert not client.diagnostics[document()]
    hover = await client.text_document_hover_async(
        types.HoverParams(identifier, place(text, "owners: [da|na]"))
    )
    assert "Dana Okafor" in hover.contents.value
    definition = await client.text_document_definition_async(
        types.DefinitionParams(identifier, place(text, "lifecycle: docu|ment}"))
    )
    assert definition.uri.endswith("library/en/lifecycles.yaml")
    references = await client.text_document_references_async(
        types.ReferenceParams(
            types.ReferenceContext(include_declaration=True),
            identifier,
            place(text, "id: founding-or|der"),
        )
    )
    assert len(references) >= 3
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(identifier)
    )
    assert "library-opening" in [symbol.name for symbol in symbols]
    completion = await client.text_document_completion_async(
        types.CompletionParams(identifier, place(text, "owners: [da|na]"))
    )
    assert "ruth" in [item.label for item in completion.items]
    rename = await client.text_document_rename_async(
        types.RenameParams(
            identifier, position=place(text, "owners: [da|na]"), new_name="dana-okafor"
        )
    )
    assert len(rename.changes[document()]) >= 5


@pytest.mark.asyncio
async def test_a_client_is_shown_problems_while_it_types(client):
    text = (WORKFLOWS / NAME).read_text(encoding="utf-8")
    await opened(client, text)
    start = place(text, "owners: [|dana]")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=document(), version=2),
            [
                types.TextDocumentContentChangePartial(
                    range=types.Range(start, start), text="x"
                )
            ],
        )
    )
    await until(lambda: client.diagnostics[document()])
    assert [problem.code for problem in client.diagnostics[document()]] == ["unknown-person"]


@pytest.mark.asyncio
async def test_a_client_is_offered_mends_lenses_and_colours(client):
    text = (WORKFLOWS / NAME).read_text(encoding="utf-8")
    wrong = text.replace("owners: [dana]", "owners: [danna]", 1)
    identifier = await opened(client, wrong)
    await until(lambda: client.diagnostics[document()])
    start = place(wrong, "owners: [|danna]")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            identifier,
            types.Range(start, start),
            types.CodeActionContext(diagnostics=client.diagnostics[document()]),
        )
    )
    mend = actions[0]
    assert mend.title == "replace `danna` with `dana`" and mend.is_preferred
    assert mend.edit.changes[document()][0].new_text == "dana"
    symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams("founding"))
    assert "founding-order" in [symbol.name for symbol in symbols]
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=document(), version=2),
            [types.TextDocumentContentChangeWholeDocument(text=text)],
        )
    )
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(identifier))
    titles = [lens.command.title for lens in lenses]
    assert len(titles) >= 12 and all("slack" in title for title in titles), titles
    school = (WORKFLOWS / "school-support-2018-2020.yaml").as_uri()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(
                uri=school,
                language_id="yaml",
                version=1,
                text="vekha: 1\nroadmap: {id: r, title: R}\nvariables: {a: 1 + 2 > size('x')}\n",
            )
        )
    )
    tokens = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(types.TextDocumentIdentifier(school))
    )
    assert len(tokens.data) >= 5 * 6


def blocks(info):
    """The examples of docs/editor.md of one kind."""
    page = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "editor.md"
    found = re.findall(rf"(?ms)^```{info}\n(.*?)^```$", page.read_text(encoding="utf-8"))
    assert found
    return found


def test_the_settings_for_helix_are_read():
    settings = tomllib.loads(blocks("toml helix")[0])
    servers = settings["language-server"]
    assert all(name in servers for name in settings["language"][0]["language-servers"])
    assert servers["vekha"] == {"command": "vekha", "args": ["lsp"]}


def test_the_line_for_yaml_servers_names_what_schema_writes(tmp_path):
    name = blocks("yaml comment")[0].strip().rsplit("=", 1)[1]
    assert any(f"> {name}" in line for block in blocks("sh") for line in block.splitlines())


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_the_settings_for_neovim_are_read(tmp_path):
    """With Neovim 0.8 or newer they serve; with an older one they must at least be Lua."""
    (tmp_path / "vekha").symlink_to(VEKHA)
    path = tmp_path / "a.yaml"
    path.write_text("vekha: 1\nroadmap: {id: r, title: R}\nbad: 1\n", encoding="utf-8")
    settings = tmp_path / "settings.lua"
    settings.write_text(blocks("lua neovim")[0], encoding="utf-8")
    check = tmp_path / "check.lua"
    check.write_text(
        f"""
        if vim.lsp.start then dofile('{settings}') vim.cmd('edit {path}')
          vim.wait(8000, function() return #vim.diagnostic.get(0) > 0 end, 20)
          for _, found in ipairs(vim.diagnostic.get(0)) do print(found.code) end
        else
          local read, problem = loadfile('{settings}') print(read and 'unknown-key' or problem)
        end
        vim.cmd('qall!')
        """,
        encoding="utf-8",
    )
    answer = subprocess.run(
        ["nvim", "--headless", "--clean", "-c", f"luafile {check}"],
        capture_output=True,
        timeout=40,
        env={**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path),
             "PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )
    said = (answer.stdout + answer.stderr).decode()
    assert "unknown-key" in said, said


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_is_served(tmp_path):
    shutil.copytree(WORKFLOWS, tmp_path / "work")
    path = tmp_path / "work" / NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("owners: [dana]", "owners: [danna]", 1), encoding="utf-8")
    script = tmp_path / "check.lua"
    script.write_text(
        f"""
        vim.lsp.start_client({{ cmd = {{ '{VEKHA}', 'lsp', '--lang', 'en' }},
          root_dir = '{path.parent}',
          on_init = function(client) vim.lsp.buf_attach_client(0, client.id) end }})
        vim.wait(8000, function() return #vim.diagnostic.get(0) > 0 end, 20)
        for _, found in ipairs(vim.diagnostic.get(0)) do print(found.message) end
        local params = {{ textDocument = vim.lsp.util.make_text_document_params(),
          position = {{ line = {place(text, "ruth: {na|me").line}, character = 6 }} }}
        local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 4000)
        for _, answer in pairs(answers or {{}}) do print(vim.inspect(answer.result)) end
        vim.cmd('qall!')
        """,
        encoding="utf-8",
    )
    answer = subprocess.run(
        ["nvim", "--headless", "--clean", str(path), "-c", f"luafile {script}"],
        capture_output=True,
        timeout=40,
        env={**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)},
    )
    said = (answer.stdout + answer.stderr).decode()
    assert "did you mean `dana`" in said, said
    assert "Ruth Adler" in said or "the name that documents print" in said, said
