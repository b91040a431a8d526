package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.Check;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Template;
import io.stepwright.When;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.Image;
import io.stepwright.runtime.Pdf;
import java.util.List;
import java.util.Optional;

/** Pictures and documents in prompts, and steps that continue a conversation. */
@Agent
public interface Claims {
  enum Tone {
    WARM,
    BRIEF
  }

  record Photo(Image image, String place) {}

  record Claim(String text, Photo photo, Optional<Image> receipt, List<Image> pages) {}

  record Chat(String customer, Conversation history) {}

  record Judged(String verdict, List<String> labels, String reply, String letter) {}

  @EntryPoint
  Judged judge(Claim claim, Pdf policy, Chat chat, Tone tone);

  @AgentStep
  @Model("gpt-4o")
  @Cached
  @Prompt(
      "{{claim.text}} It happened at {{claim.photo.place}}: {{claim.photo.image}}"
          + "{{claim.receipt}} All pages: {{claim.pages}} The policy: {{policy}}")
  String verdict(Claim claim, Pdf policy);

  @AgentStep("labels")
  @Model("gpt-4o-mini")
  @Prompt("{{page}}")
  String label(@Each("claim.pages") Image page);

  @AgentStep
  default Optional<Conversation> earlier(Chat chat) {
    return chat.history().isEmpty() ? Optional.empty() : Optional.of(chat.history().last(10));
  }

  @AgentStep("reply")
  @When(value = "tone", is = "WARM")
  @Model("gpt-4o-mini")
  @Cached
  @Prompt(system = "You are kind.", value = "Tell {{chat.customer}} this: {{verdict}}")
  String warmReply(@From("chat.history") Conversation history, Chat chat, String verdict);

  @AgentStep("reply")
  @Model("gpt-4o-mini")
  @Cached
  @Prompt("Tell this: {{verdict}}")
  String briefReply(Optional<Conversation> earlier, String verdict);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("Look at {{policy}} and write to {{chat.customer}}:")
  @Template("letter.txt")
  String letter(@From("chat.history") Conversation history, Chat chat, Pdf policy, String verdict);

  @Check("letter")
  default Optional<String> isLong(String letter, Conversation history) {
    return letter.length() > history.size() ? Optional.empty() : Optional.of("It is too short.");
  }
}
