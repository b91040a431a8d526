package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RegexSize {
  @EntryPoint("step")
  Optional<String> run(String text);

  @AgentStep
  @Regex("((a{1,1000}){1,1000}){1,1000}") // <- RegexSize: more than 10000 instructions
  Optional<String> step(String text);

  @AgentStep
  @Regex("(a{100}){101}") // <- RegexSize: more than 10000 instructions
  Optional<String> smaller(String text);

  @EntryPoint("smaller")
  Optional<String> second(String text);
}
