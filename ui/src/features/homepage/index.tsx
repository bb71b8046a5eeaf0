import { Page } from "@/components/Page";
import { Figures } from "@/parts/Figures";
import { useMembers } from "@/rpc/lists";
import { useSpeakerId } from "@/rpc/speaker";
import { sayDay } from "@/words/days";
import { ROLE_WORDS } from "@/words/roles";
import { sayMoment } from "@/words/times";
import { GapsCard } from "./GapsCard";
import styles from "./Home.module.css";
import { NewsCard } from "./NewsCard";
import { useHome, useNames } from "./queries";
import { storiesOf } from "./stories";
import { WaitsCard } from "./WaitsCard";
import { waitsOf } from "./waits";

/** What somebody is told on coming in: the coverage, what changed, what waits. */
export function HomeView() {
  const home = useHome();
  const names = useNames();
  const speakerId = useSpeakerId();
  const speaker = useMembers().find(({ id }) => id === speakerId);
  const role = speaker?.role ?? "strategist";
  const { since } = home;
  const stories = since === null ? [] : storiesOf(since.news, role, names);
  const hasNews = stories.length > 0;
  const news = (
    <NewsCard since={since} stories={stories} moment={since === null ? "" : sayMoment(since.at)} />
  );
  const waits = <WaitsCard waits={waitsOf(home.waits, role)} hasMap={home.score.applicable > 0} />;
  return (
    <Page
      title="Home"
      summary={
        speaker && (
          <>
            <strong>{speaker.name}</strong>, {ROLE_WORDS[role].toLocaleLowerCase()}
          </>
        )
      }
    >
      <Figures
        score={home.score}
        before={since?.score ?? null}
        since={since === null ? "" : `since ${sayDay(since.at)}`}
      />
      <div className={styles.columns}>
        {hasNews ? news : waits}
        <div className={styles.column}>
          {hasNews ? waits : news}
          <GapsCard gaps={home.gaps} />
        </div>
      </div>
    </Page>
  );
}
