package io.stepwright.it.remembered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.it.remembered.Helpdesk.Language;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.CacheOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every store leads to the same decisions about hits. */
@Timeout(300)
class SameDecisionsTest {

  private static final Path PAIRS = Path.of("src/test/resources/pairs/pairs.jsonl");

  @Test
  void bothStoresServeTheSameOfAllPairs() throws IOException {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    List<String> questions = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(PAIRS)) {
      JsonNode pair = json.readTree(line);
      questions.add(pair.path("a").asText());
      questions.add(pair.path("b").asText());
    }
    try (RedisServer redis = RedisServer.start();
        ModelServer server = ModelServer.http();
        Desk shared = Desk.on(server, redis.url());
        Desk local = Desk.inProcess(server)) {
      for (String question : questions) {
        // Uses one partition, so that each question has hundreds of neighbours.
        Desk.Served here = local.ask("Ada", Language.ENGLISH, question);
        Desk.Served there = shared.ask("Ada", Language.ENGLISH, question);
        assertThat(there.outcome()).as(question).isEqualTo(here.outcome());
        assertThat(there.answer()).as(question).isEqualTo(here.answer());
        assertThat(there.cache().matchedText()).isEqualTo(here.cache().matchedText());
        if (here.outcome() == CacheOutcome.SEMANTIC || here.outcome() == CacheOutcome.REFUSED) {
          // For a miss, a server need not report distant texts.
          assertThat(there.cache().similarity()).isEqualTo(here.cache().similarity());
        }
      }
      assertThat(shared.calls()).isEqualTo(local.calls()).isLessThan(questions.size());
    }
  }
}
