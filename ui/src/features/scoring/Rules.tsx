import { Pencil, Plus, Trash2 } from "lucide-react";
import type { EventRule } from "@/bindings/EventRule";
import type { ScoringRecipe } from "@/bindings/ScoringRecipe";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { NumberField } from "@/components/NumberField";
import { EVENT_WORDS } from "@/words/events";
import { sayHalfLife, sayRepeat } from "@/words/scoring";
import styles from "./Scoring.module.css";

interface RulesProps {
  recipe: ScoringRecipe;
  onChange: (part: Partial<ScoringRecipe>) => void;
  onEdit: (at: number) => void;
  onAdd: (group: number) => void;
}

/** "Requested, Opened · halves in 30 days · each time". */
function sayRule({ matches, halfLifeDays, repeat }: EventRule): string {
  const kinds = matches.kinds.map((kind) => EVENT_WORDS[kind]).join(", ") || "Anything";
  const narrower = [
    ...matches.phases.map((phase) => `in ${phase}`),
    ...(matches.stages.length > 0 ? ["at chosen stages"] : []),
    ...matches.purposes,
    ...(matches.channels.length > 0 ? [`over ${matches.channels.join(", ")}`] : []),
    ...(matches.content === "" ? [] : [`content with “${matches.content}”`]),
  ];
  return [kinds, ...narrower, sayHalfLife(halfLifeDays), sayRepeat(repeat)].join(" · ");
}

interface RuleProps {
  rule: EventRule;
  onPoints: (points: number) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function Rule({ rule, onPoints, onEdit, onRemove }: RuleProps) {
  return (
    <li className={styles.rule}>
      <div className={styles.ruleText}>
        <span className={styles.ruleName}>{rule.name}</span>
        <span className={styles.quiet}>{sayRule(rule)}</span>
      </div>
      <div className={styles.points}>
        <NumberField
          label={`Points for ${rule.name}`}
          isLabelHidden
          value={rule.points}
          min={-10_000}
          max={10_000}
          step={1}
          onChange={(points) => onPoints(points ?? 0)}
        />
      </div>
      <IconButton icon={Pencil} label={`Change ${rule.name}`} onPress={onEdit} isEdit />
      <IconButton icon={Trash2} label={`Remove ${rule.name}`} onPress={onRemove} isEdit />
    </li>
  );
}

/** What acts earn, group by group. */
export function Rules({ recipe, onChange, onEdit, onAdd }: RulesProps) {
  const { groups, rules } = recipe;
  const set = (at: number, part: Partial<EventRule>) =>
    onChange({ rules: rules.map((rule, other) => (other === at ? { ...rule, ...part } : rule)) });
  const cap = (at: number, value: number | null) =>
    onChange({ groups: groups.map((group, other) => (other === at ? { ...group, cap: value } : group)) });
  return (
    <Card title="What they do" aside="Points decay; a group is cut at its cap" isFlush>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
        <section key={at} className={styles.group} aria-label={group.name}>
          <header className={styles.groupHead}>
            <h3 className={styles.groupName}>{group.name}</h3>
            <div className={styles.cap}>
              <NumberField
                label={`Cap of ${group.name}`}
                isLabelHidden
                value={group.cap}
                min={0}
                max={10_000}
                unit="at most"
                onChange={(value) => cap(at, value)}
              />
            </div>
            <Button look="quiet" icon={Plus} onPress={() => onAdd(at)}>
              Rule
            </Button>
          </header>
          <ul>
            {rules.map((rule, place) =>
              rule.group === at ? (
                <Rule
                  // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
                  key={place}
                  rule={rule}
                  onPoints={(points) => set(place, { points })}
                  onEdit={() => onEdit(place)}
                  onRemove={() => onChange({ rules: rules.filter((_, other) => other !== place) })}
                />
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </Card>
  );
}
