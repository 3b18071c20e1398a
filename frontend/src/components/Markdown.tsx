import ReactMarkdown from "react-markdown";
import classes from "./Markdown.module.css";

const ALLOWED = [
  "p", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br",
  "h1", "h2", "h3", "h4", "h5", "h6", "a",
]; // prettier-ignore
const SAFE_ADDRESS = /^(https?|mailto):/i;

/**
 * Untrusted Markdown: HTML is shown as text, images are not loaded, and links are http, https or
 * mailto only.
 */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={classes.text}>
      <ReactMarkdown
        allowedElements={ALLOWED}
        urlTransform={(url) => (SAFE_ADDRESS.test(url) ? url : "")}
        components={{
          a: ({ href, children: words }) =>
            href ? (
              <a href={href} rel="noopener noreferrer nofollow" target="_blank">
                {words}
              </a>
            ) : (
              <span>{words}</span>
            ),
          h1: "h3",
          h2: "h3",
        }}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
