import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";

/** Sentences that try to run scripts in every way a report could. */
export const HOSTILE_SENTENCES = [
  `<script>window.hacked = "script"</script> and <img src=x onerror="window.hacked='img'">`,
  `[click me](javascript:window.hacked='link') [data](data:text/html,<script>alert(1)</script>)`,
  `<iframe src="javascript:window.hacked='frame'"></iframe>`,
  `<svg onload="window.hacked='svg'"></svg> ![pixel](https://example.org/pixel.png)`,
];
const SECTIONS = ["summary", "strengths", "weaknesses", "recommendation"];

/** Answers like an AI service, with all of the above in every part of the report. */
export async function startAiStandIn(port: number) {
  const health = {
    status: "ok",
    version: "0",
    writer: "built-in",
    model: "stand-in",
    prompt_version: "0",
  };
  const [text = ""] = HOSTILE_SENTENCES;
  const sentences = HOSTILE_SENTENCES.map((one) => ({
    text: one,
    claims: ["club"],
    evidence: ["club"],
  }));
  const fact = { type: text, topic: text, polarity: "neutral", text, evidence: ["club"] };
  const report = {
    report: HOSTILE_SENTENCES.join("\n\n"),
    source: "simulated",
    model: "<b>stand-in</b>",
    prompt_version: "0",
    verdict: "insufficient_evidence",
    confidence: "low",
    content: {
      language: "en",
      versions: {},
      answer: { title: text, headline: text, reasons: sentences.slice(0, 3) },
      sections: sentences.map((sentence, index) => ({
        name: SECTIONS[index],
        title: text,
        paragraphs: [[sentence]],
      })),
      brief: [],
      method: sentences,
      facts: [
        { id: "club", ...fact, used: true },
        { id: "left_out", ...fact, used: false },
      ],
      plan: {},
      repairs: [],
    },
    usage: { requests: 0, input_tokens: null, output_tokens: null, cost_usd: null },
    generated_at: new Date().toISOString(),
  };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(request.url === "/generate" ? report : health));
  });
  return listening(server, port);
}

/** An AI service that hangs up on every report; on the second one only once `held` resolves. */
export async function startBrokenAi(port: number, held: Promise<void>) {
  let reports = 0;
  const server = createServer((_request, response) => {
    reports += 1;
    const wait = reports === 2 ? held : Promise.resolve();
    void wait.then(() => response.destroy());
  });
  return listening(server, port);
}

async function listening(server: Server, port: number) {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
