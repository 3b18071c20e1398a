import { once } from "node:events";
import { createServer } from "node:http";

/** A report that tries everything a report must not be able to do. */
export const HOSTILE_REPORT = `*Note* <b onmouseover="alert(1)">bold</b>

## Summary

<script>window.hacked = "script"</script> and <img src=x onerror="window.hacked='img'">
[click me](javascript:window.hacked='link') [data](data:text/html,<script>alert(1)</script>)
[a real link](https://example.org/report) ![pixel](https://example.org/pixel.png)

## Strengths

- <iframe src="javascript:window.hacked='frame'"></iframe>
- <svg onload="window.hacked='svg'"></svg>

## Weaknesses <img src=x onerror="window.hacked='title'">

<a href="javascript:window.hacked='a'">raw link</a>

## Recommendation

\`</p><script>window.hacked = "code"</script>\`
`;

/** Answers like an AI service, with the report above. */
export async function startAiStandIn(port: number) {
  const health = {
    status: "ok",
    version: "0",
    writer: "built-in",
    model: "stand-in",
    prompt_version: "0",
  };
  const report = {
    report: HOSTILE_REPORT,
    source: "simulated",
    model: "stand-in",
    prompt_version: "0",
    verdict: "insufficient_evidence",
    confidence: "low",
    claims: [
      {
        section: "summary",
        text: "<img src=x onerror=\"window.hacked='claim'\"> [link](javascript:window.hacked='claim')",
        evidence: [],
        status: "checked",
        reasons: [],
      },
    ],
    usage: { requests: 0, input_tokens: null, output_tokens: null, cost_usd: null },
    generated_at: new Date().toISOString(),
  };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(request.url === "/generate" ? report : health));
  });
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
