package app;

import io.stepwright.*;
import io.stepwright.runtime.ItemResult;
import java.util.*;

@Agent
interface EachFailure {
  @EntryPoint(value = "all", also = {"act", "pair", "next", "plain"})
  List<Integer> run(List<String> texts);

  @AgentStep
  default void act(
      @Each(
              value = "texts",
              onFailure = OnFailure.GIVE_FAILURE) // <- EachFailure: returns no value [ecj 16]
          String text) {}

  @AgentStep("pair")
  default int pair(
      @Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String one,
      @Each(
              value = "texts",
              onFailure = OnFailure.GIVE_FAILURE) // <- EachFailure: sets LEAVE_EMPTY for one of its lists and GIVE_FAILURE [ecj 24]
          String two) {
    return 1;
  }

  @AgentStep("results")
  default int result(@Each(value = "texts", onFailure = OnFailure.GIVE_FAILURE) String text) {
    return text.length();
  }

  @AgentStep("lengths")
  default int length(@Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text) {
    return text.length();
  }

  @AgentStep("next")
  default int next(
      @Each("results") // <- EachList: but the items of 'results' are of type ItemResult<Integer>
          int result) {
    return 1;
  }

  @AgentStep("plain")
  default int plain(
      @Each("lengths") // <- EachList: but the items of 'lengths' are of type Optional<Integer>
          int length) {
    return length;
  }

  @AgentStep
  default List<Integer> all(
      List<Integer> lengths, // <- TypeMismatch: but step 'lengths' is of type List<Optional<Integer>>
      List<ItemResult<Integer>> results) {
    return lengths;
  }
}
