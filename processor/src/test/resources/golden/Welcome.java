package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Template;
import io.stepwright.WhenNotJudged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Results that code fills, and of which a model writes only what is left open. */
@Agent
public interface Welcome {
  enum Intent {
    EVALUATE,
    MIGRATE,
    BUILD,
    OTHER
  }

  enum Tone {
    WARM,
    BRIEF
  }

  record Signup(String name, String message, int seats, Optional<String> company) {}

  record Email(String subject, List<Paragraph> body, Tone tone, Optional<String> note) {}

  record Paragraph(String text, int priority) {}

  sealed interface Offer permits Discount, Call {}

  record Discount(BigDecimal percent, LocalDate until, Signup signup) implements Offer {}

  record Call(long minutes, float weight, char room, Optional<Integer> seats) implements Offer {}

  record Welcomed(Email email, List<Offer> offers, String banner, String footer) {}

  @EntryPoint
  Welcomed welcome(Signup signup, Intent intent, boolean known);

  @AgentStep
  @Model(value = "gpt-4o-mini", fallback = "ollama/llama3:8b", maxOutputTokens = 300)
  @Cached(similarity = 0.95, on = "signup.message", whenNotJudged = WhenNotJudged.SERVE)
  @Template("welcome/{intent}.json")
  Email email(Signup signup, Intent intent);

  @AgentStep
  @Template("offers.json")
  List<Offer> offers(Signup signup);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt(system = "You write for Acme.", value = "Fill the slots for {{signup.name}}, in German.")
  @Template("banner/{known}.txt")
  String banner(Signup signup, boolean known);

  @AgentStep
  @Template("footer.txt")
  String footer(Signup signup);
}
