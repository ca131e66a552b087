import { describe, expect, it } from "vitest";
import { arxivEprint, arxivIn, arxivWord } from "../../src/text/arxiv-id.ts";

describe("arxivIn", () => {
  it.each([
    ["arXiv:1706.00003 [cs.CL]", "1706.00003"],
    ["arXiv preprint arXiv:1706.00006", "1706.00006"],
    ["arXiv preprint 1706.00006", "1706.00006"],
    ["arXiv e-prints, arXiv:1706.00006", "1706.00006"],
    ["ArXiv, abs/1706.00001", "1706.00001"],
    ["ArXiv abs/1706.00001", "1706.00001"],
    ["abs/1706.00001", "1706.00001"],
    ["CoRR, vol. abs/1706.00002, 2017", "1706.00002"],
    ["CoRR cs.CL/0309136", "cs/0309136"],
    ["preprint hep-th/9901001", "hep-th/9901001"],
    ["arXiv:math.GT/0309136v2", "math/0309136"],
    ["cond-mat.mtrl-sci/0309136", "cond-mat/0309136"],
    ["arXiv:0704.0001v2", "0704.0001"],
    ["10.48550/ARXIV.1706.00007", "1706.00007"],
    ["https://doi.org/10.48550/arXiv.1706.00007v2", "1706.00007"],
    ["\\url{http://arxiv.org/abs/1706.00008}", "1706.00008"],
    ["https://arxiv.org/pdf/1706.00008v1.pdf#page=3", "1706.00008"],
    ["https://arxiv.org/pdf/hep-th%2F9901001v2", "hep-th/9901001"],
    ["http://export.arxiv.org/abs/1706.00008?context=cs", "1706.00008"],
    ["https://arxiv-org.proxy.lib.edu/abs/1706.00008", "1706.00008"],
    ["https://ar5iv.labs.arxiv.org/html/1706.00008", "1706.00008"],
    ["https://www.alphaxiv.org/overview/1706.00008v3", "1706.00008"],
    ["https://huggingface.co/papers/1706.00008#community", "1706.00008"],
    ["https://scirate.com/arxiv/1706.00008", "1706.00008"],
    ["https://ui.adsabs.harvard.edu/abs/arXiv:1706.00008", "1706.00008"],
    ["https://dblp.org/rec/journals/corr/abs-1706-00002", "1706.00002"],
  ])("finds one in %s", (text, id) => {
    expect(arxivIn(text)?.id).toBe(id);
  });

  it.each([
    ["arXiv:1706.0000"],
    ["arXiv:1706.000011"],
    ["arXiv:0704.00011"],
    ["arXiv:2013.00001"],
    ["arXiv, 2017"],
    ["https://example.org/1706.00001"],
    ["https://example.org/math/0309136"],
    ["10.1101/2020.01.01.000001"],
    ["pages 1706.00001"],
  ])("finds none in %s", (text) => {
    expect(arxivIn(text)).toBeUndefined();
  });
});

describe("arxivWord", () => {
  it.each([
    ["1706.00010v3", { id: "1706.00010", version: 3 }],
    ["arXiv: 1706.00010", { id: "1706.00010" }],
    ["[1706.00010]", { id: "1706.00010" }],
    ["1706.00010 {[}cs{]}", { id: "1706.00010" }],
    ["1706.00010.", { id: "1706.00010" }],
    ["Hep-Th/9901001", { id: "hep-th/9901001" }],
    ["hep-th\\slash 9901001", { id: "hep-th/9901001" }],
    ["17060.0010", undefined],
  ])("reads %s", (word, name) => {
    expect(arxivWord(word)).toEqual(name);
  });
});

describe("arxivEprint", () => {
  it.each([
    [{ eprint: "arXiv:1706.00003 [cs.CL]", type: "arXiv" }, "1706.00003"],
    [{ eprint: "https://arxiv.org/abs/1706.00004v2", type: "arxiv" }, "1706.00004"],
    [{ eprint: "https://arxiv.org/abs/1706.00004v2" }, "1706.00004"],
    [{ eprint: "10.48550/arXiv.1706.00004" }, "1706.00004"],
    [{ eprint: "1706.00004" }, "1706.00004"],
    [{ eprint: "0309136", type: "arXiv", primaryClass: "math" }, "math/0309136"],
    [{ eprint: "0309136v2", type: "arXiv", primaryClass: "math.GT" }, "math/0309136"],
    [{ eprint: "0309136", type: "hep-ph" }, "hep-ph/0309136"],
    [{ eprint: "0309136 [math.GT]", type: "arXiv" }, "math/0309136"],
    [{ eprint: "hep-ph/9901001", type: "arXiv" }, "hep-ph/9901001"],
    [{ eprint: "0309136", type: "arXiv" }, undefined],
    [{ eprint: "1706.00009", type: "pubmed" }, undefined],
    [{ eprint: "hal-01234567", type: "hal" }, undefined],
    [{ eprint: "0309136", type: "pubmed", primaryClass: "math" }, undefined],
    [{ eprint: "https://www.biorxiv.org/content/2020.01.01.000001.full.pdf" }, undefined],
  ])("reads %o", (fields, id) => {
    expect(arxivEprint(fields)?.id).toBe(id);
  });
});
