"""The MCP door, asked by a real client over standard input and output."""

import asyncio
import sys

import pytest

from tidings.cli import run

mcp = pytest.importorskip("mcp", reason="the mcp package is not installed")

TOOLS = ["search", "tell", "timeline", "quotes", "dealings", "differences", "why"]


@pytest.fixture(scope="module")
def answers(story, story_case) -> dict:
    """What the server answers in one session: each question once, in order."""
    speaker = next(q.speaker for q in story.quotes if q.speaker)
    name = next(e.name for e in story.entities if e.id == speaker)
    questions = {
        "search": {"query": "talks", "limit": 5},
        "tell": {"since": "2024-03-14"},
        "timeline": {"start": "2024-02", "end": "2024-03"},
        "quotes": {"speaker": name, "limit": 3},
        "dealings": {"state": "open"},
        "differences": {},
        "why": {"id": story.events[0].id},
    }

    async def ask() -> dict:
        server = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "tidings", "mcp", "--case", str(story_case)]
        )
        async with mcp.stdio_client(server) as (read, write), mcp.ClientSession(read, write) as session:
            await session.initialize()
            listed = await session.list_tools()
            found = {name: await session.call_tool(name, given) for name, given in questions.items()}
            wrong = await session.call_tool("why", {"id": "nobody"})
            return {"tools": listed.tools, "found": found, "wrong": wrong}

    return {**asyncio.run(asyncio.wait_for(ask(), 120)), "account": story, "speaker": name}


def test_the_tools_are_listed_with_what_they_do_and_read_only(answers):
    assert [tool.name for tool in answers["tools"]] == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in answers["tools"])


@pytest.mark.parametrize("name", TOOLS)
def test_each_tool_answers_with_structured_data(name, answers):
    answer = answers["found"][name]
    assert not answer.is_error, answer.content
    assert answer.structured_content


def spots(node) -> list[dict]:
    if isinstance(node, dict):
        own = [node] if {"document", "start", "end", "exact"} <= set(node) else []
        return own + [spot for value in node.values() for spot in spots(value)]
    return [spot for value in node for spot in spots(value)] if isinstance(node, list) else []


@pytest.mark.parametrize("name", ["timeline", "quotes", "dealings", "differences", "why", "tell"])
def test_each_answer_carries_anchors_that_hold(name, answers):
    texts = {document.id: document.text for document in answers["account"].documents}
    found = spots(answers["found"][name].structured_content)
    assert found
    assert all(texts[spot["document"]][spot["start"] : spot["end"]] == spot["exact"] for spot in found)


def test_filters_hold(answers):
    content = {name: answer.structured_content for name, answer in answers["found"].items()}
    assert {quote["speaker"] for quote in content["quotes"]["quotes"]} == {answers["speaker"]}
    assert len(content["quotes"]["quotes"]) == min(3, content["quotes"]["found"])
    assert {dealing["state"] for dealing in content["dealings"]["dealings"]} == {"open"}
    assert content["timeline"]["timeline"]
    assert all("2024-02" <= line["date"][:7] <= "2024-03" for line in content["timeline"]["timeline"])


def test_an_unknown_id_is_said_in_words(answers):
    assert answers["wrong"].is_error
    assert "no record 'nobody'" in answers["wrong"].content[0].text


def test_a_missing_case_is_one_line(tmp_path, capsys):
    assert run(["mcp", "--case", str(tmp_path / "none.case")]) == 1
    assert "none.case" in capsys.readouterr().err
