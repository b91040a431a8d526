package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.util.List;

/** An interface inside of another type that inherits steps of a generic interface. */
public final class Ranking {

  private Ranking() {}

  /** Has steps for lists of any type. */
  public interface Counting<T> {

    @AgentStep
    default int count(List<T> items) {
      return items.size();
    }

    @AgentStep
    default T best(List<T> items) {
      return items.get(0);
    }
  }

  @Agent
  public interface Books extends Counting<Books.Book> {

    record Book(String title, int pages) {}

    record Ranked(Book best, int count, String blurb) {}

    @EntryPoint
    Ranked rank(List<Book> items);

    @AgentStep
    @Model("tiny")
    @Prompt("Praise {{best.title}}, the best of {{count}}.")
    String blurb(Book best, int count);
  }
}
