import { IconChevronRight } from "@tabler/icons-react";
import { useDisclosure } from "@mantine/hooks";
import { useId } from "react";
import type { Fact } from "@/hooks/useReports";
import { moreFacts, sentenceIds } from "@/lib/content";
import { plural } from "@/lib/words";
import { Sentence } from "./Sentence";
import type { Reading } from "./reading";
import classes from "./MoreFacts.module.css";

interface Props {
  facts: Fact[];
  reading: Reading;
}

/** Every fact that no sentence of the report states, by topic. */
export function MoreFacts({ facts, reading }: Props) {
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  const topics = moreFacts(facts);
  const count = topics.reduce((sum, topic) => sum + topic.facts.length, 0);
  if (count === 0) return null;
  return (
    <section>
      <h3>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <IconChevronRight size={16} aria-hidden="true" />
          {plural(count, "more fact")}
        </button>
      </h3>
      <div id={id} hidden={!open} className={classes.topics}>
        {open &&
          topics.map(({ topic, facts: ofTopic }) => (
            <section key={topic}>
              <h4 className={classes.topic}>{topic}</h4>
              <ul className={classes.facts} aria-label={topic}>
                {ofTopic.map((fact) => (
                  <Sentence
                    key={fact.id}
                    id={sentenceIds.fact(fact.id)}
                    text={fact.text}
                    evidence={reading.evidenceOf(fact.evidence)}
                    selected={reading.selected}
                    panelId={reading.panelId}
                  />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </section>
  );
}
