package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Regex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Agent
interface NullableIgnored {

  record Part(
      String name,
      @Nullable String note, // <- NullableIgnored: 'app.NullableIgnored.Part.note', which a model answers, says @Nullable [ecj none]
      List<@Nullable String> lines) {} // <- NullableIgnored: Part.lines' [ecj none]

  sealed interface Reply permits Yes, No {}

  record Yes(Optional<Part> part) implements Reply {}

  record No(@Declared.Nullable String reason) implements Reply {} // <- NullableIgnored: No.reason' [ecj none]

  record Fine(@Nullable String code) {}

  @SuppressWarnings("stepwright:NullableIgnored")
  record Silent(@Nullable String code) {}

  record All(Reply reply, String code, Fine fine, List<String> words, List<String> later, Silent silent) {}

  interface Declared {
    @interface Nullable {}
  }

  @EntryPoint
  All run(
      @Nullable String in, // <- NullableIgnored: Parameter 'in' of NullableIgnored.run says @Nullable
      @Nullable String[] array,
      String @Nullable [] texts, // <- NullableIgnored: say Optional
      List<@Nullable String> items);

  @AgentStep
  @Model("m")
  @Prompt("{{in}}")
  Reply reply(@Declared.Nullable String in); // <- NullableIgnored: Parameter 'in' of NullableIgnored.reply

  @AgentStep
  default @Nullable String code(List<@Nullable String> items) { // <- NullableIgnored: The result of step 'code'
    return items.get(0);
  }

  @AgentStep
  default Fine fine() {
    return new Fine(null);
  }

  @AgentStep
  @Regex("x")
  List<String> words(String in);

  @AgentStep
  default CompletableFuture<@Nullable List<String>> later(@SuppressWarnings("stepwright") @Nullable String in) { // <- NullableIgnored: The result of step 'later'
    return CompletableFuture.completedFuture(null);
  }

  @AgentStep
  @Model("m")
  @Prompt("{{in}}")
  Silent silent(String in);

  @AgentStep
  @SuppressWarnings("stepwright:UnusedStep")
  @Model("m")
  @Prompt("{{in}}")
  List<@Nullable String> list(String in); // <- NullableIgnored: The result of step 'list'
}
