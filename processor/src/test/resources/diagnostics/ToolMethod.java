package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolMethod {
  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools
  @Prompt("{{text}}")
  abstract String step(String text);

  /** Private. */
  @Tool
  private int isPrivate() { // <- ToolMethod: Tool 'isPrivate' (ToolMethod.isPrivate) is private.
    return 1;
  }

  /** Static. */
  @Tool
  static int isStatic() { // <- ToolMethod: is static
    return 1;
  }

  /** Generic. */
  @Tool
  <T> int isGeneric() { // <- ToolMethod: has type parameters
    return 1;
  }

  /** Abstract. */
  @Tool
  abstract int isAbstract(); // <- ToolMethod: is abstract, and no model answers it. The generated class calls it for a model. Add @Model("…") and @Prompt("…"), or give it a body.

  /** No prompt. */
  @Tool
  @Model("m") // <- MissingPrompt: Tool 'withoutPrompt' has @Model but no @Prompt
  abstract int withoutPrompt();

  /** No model. */
  @Tool
  @Prompt("Hello") // <- MissingModel: Tool 'withoutModel' has @Prompt
  abstract int withoutModel();

  /** Both. */
  @Tool
  @Model("m") // <- ToolMethod: Tool 'withBody' has a body and @Model.
  @Prompt("Hello") // <- ToolMethod: Tool 'withBody' has a body and @Prompt.
  int withBody() {
    return 1;
  }

  /** A template. */
  @Tool
  @Model("m")
  @Template("a.json") // <- ToolMethod: Tool 'withTemplate' has @Template.
  abstract int withTemplate();

  /** An expression. */
  @Tool
  @Regex("a") // <- ToolMethod: Tool 'withRegex' has @Regex.
  abstract boolean withRegex(String text);

  /** Both. */
  @Tool(readOnly = true) // <- ToolMethod: Tool 'readsAndWrites' is readOnly and has @SideEffect.
  @SideEffect
  int readsAndWrites() {
    return 1;
  }

  /** Writes. */
  @Tool
  @SideEffect
  final int writes(String... texts) {
    return 1;
  }

  /** Asks. */
  @Tool(readOnly = true) // <- ToolMethod: Tool 'asks' is readOnly, but its model may call what is not: writes.
  @Model("m")
  @Tools("writes")
  @Prompt("{{words}}")
  abstract String asks(String words);

  /** Throws. */
  @Tool
  int throwsAll() throws Throwable { // <- ThrowsThrowable: Tool 'throwsAll' (ToolMethod.throwsAll)
    return 1;
  }

  /** Bad settings. */
  @Tool
  @Model(value = "", temperature = -1) // <- EmptyModel: Tool 'badSettings' names no model // <- ModelParameter: The temperature of tool 'badSettings'
  @Retry(maxAttempts = 0) // <- BadRetry: Tool 'badSettings' is given 0 attempts
  @Timeout("soon") // <- BadDuration: 'soon' is not a duration that tool 'badSettings' can have
  @Cached(similarity = 2) // <- BadSimilarity: The similarity of tool 'badSettings'
  @Prompt("{{word}}") // <- UnknownSlot: Slot {{word}} of tool 'badSettings', line 1 of the prompt: ToolMethod.badSettings has no parameter 'word'.
  abstract String badSettings(String words);

  /** Void. */
  @Tool
  @Model("m")
  @Prompt("{{words}}")
  abstract void answersNothing(String words); // <- StepResult: Tool 'answersNothing' is answered by a model but returns void

  /** Map. */
  @Tool
  @Model("m")
  @Prompt("{{words}}")
  abstract Map<String, String> answersMap(String words); // <- UnsupportedResult: Tool 'answersMap' returns what a model cannot answer
}
