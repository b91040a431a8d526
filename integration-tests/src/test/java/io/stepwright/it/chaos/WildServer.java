package io.stepwright.it.chaos;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.Received;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;

/** Answers at random, mostly correctly. */
final class WildServer implements Function<Received, Answer> {

  private final Random random;

  WildServer(long seed) {
    random = new Random(seed);
  }

  @Override
  public synchronized Answer apply(Received request) {
    return switch (random.nextInt(25)) {
      case 0 -> Answer.error(400, "bad_request", "x");
      case 1 -> Answer.error(429, "rate_limit", "x").header("Retry-After", "0");
      case 2 -> Answer.error(500, "server_error", "x");
      case 3 -> Answer.raw(200, "<html>");
      case 4 -> Answer.chat().dropped();
      case 5 -> Answer.chat().stallingAfter(10);
      case 6 -> Answer.chat().heldBy(new Gate());
      case 7, 8, 9 -> Answer.chat().delay(Duration.ofMillis(random.nextInt(60)));
      default -> Answer.chat();
    };
  }
}
