package app;

import io.stepwright.*;
import java.util.*;

@Agent
abstract class InaccessiblePart {
  private enum Secret {
    X
  }

  private record Hidden(String text) {}

  public record Out(Secret secret, String text) {}

  public record Deep(List<Optional<Hidden>> hidden) {}

  public record In(Secret secret, List<Secret> secrets, Hidden hidden) {}

  @EntryPoint("out")
  abstract Out run(In in);

  @AgentStep
  @Model("m")
  @Prompt("{{in.secret}} {{in.secrets}}") // <- SlotType: is of type List<Secret>
  abstract Out out(In in); // <- InaccessibleType: 'Out.secret' is of type Secret

  @EntryPoint("deep")
  abstract Deep run2(In in);

  @AgentStep
  @Model("m")
  @When(value = "in.secret", is = "X") // <- Condition: is compared with Secret
  @Prompt("{{in.hidden.text}}") // <- UnknownSlot: 'hidden' is of type Hidden
  abstract Deep deep(In in); // <- InaccessibleType: 'Deep.hidden[]' is of type Hidden

  @EntryPoint("text")
  abstract String run3(In in);

  @AgentStep
  @Model("m")
  @Prompt("{{in}}") // <- SlotType: which the generated class cannot name
  abstract String text(In in);

  @EntryPoint("match")
  abstract Optional<Out> run4(In in, String source);

  @AgentStep
  @Regex(value = "(?P<secret>X) (?P<text>y)", on = "source")
  abstract Optional<Out> match(String source); // <- InaccessibleType
}
