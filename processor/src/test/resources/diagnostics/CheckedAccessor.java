package app;

import io.stepwright.*;
import java.io.IOException;

@Agent
interface CheckedAccessor {
  class In<E extends Exception> {
    public String getName() throws IOException {
      return "";
    }

    public boolean isOk() throws Exception {
      return true;
    }

    public String text() throws E {
      return "";
    }

    public String fine() throws IllegalStateException {
      return "";
    }

    private String own() {
      return "";
    }
  }

  @EntryPoint("named")
  String run(In<IllegalStateException> in, In<IOException> other);

  @AgentStep
  @When("in.ok") // <- Condition: isOk() is none: it throws java.lang.Exception
  @Model("m")
  @Prompt("{{in.name}} {{in.fine}} {{in.text}}") // <- UnknownSlot: getName() is none: it throws java.io.IOException
  String named(In<IllegalStateException> in);

  @EntryPoint("second")
  String run2(In<IOException> other);

  @AgentStep
  @Model("m")
  @Prompt("{{other.text}}") // <- UnknownSlot: text() is none: it throws java.io.IOException
  String second(In<IOException> other);

  @EntryPoint("third")
  String run3(In<IOException> other);

  @AgentStep
  @Model("m")
  @Prompt("{{other.own}}") // <- UnknownSlot: generated code cannot call it
  String third(In<IOException> other);
}
