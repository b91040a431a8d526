package io.stepwright.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents of every structure. */
@Timeout(60)
class StructureTest {

  @Test
  void aNestedInterfaceWithStepsOfAGenericOne() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Ranking.Books books = new WiredRanking_Books(runtime);
      Ranking.Books.Book emma = new Ranking.Books.Book("Emma", 474);
      Ranking.Books.Book dune = new Ranking.Books.Book("Dune", 412);
      assertThat(books.rank(List.of(dune, emma)))
          .isEqualTo(new Ranking.Books.Ranked(dune, 2, "An answer."));
      assertThat(server.requests().get(0).prompt()).isEqualTo("Praise Dune, the best of 2.");
    }
  }

  @Test
  void theUsersNamesAreTheUsers() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Names names = new WiredNames(runtime, "r", 5);
      Names.Result result =
          names.names(new Names.Run(1), new Names.Step("s"), new Names.Forked("f"));
      assertThat(result).isEqualTo(new Names.Result("1sr5", 1, new Names.Forked("f!")));
      assertThat(names.names(new Names.Run(1), new Names.Step("s"), "p")).isEqualTo("An answer.");
      assertThat(server.requests().get(0).prompt()).isEqualTo("{\"text\":\"s\"} 1sr5 1sr5");
    }
  }

  @Test
  void aClassWithAGenericBaseAndConstructors() throws IOException {
    try (AgentRuntime runtime = Runtimes.withoutModels()) {
      HelpDesk desk = new WiredHelpDesk(runtime);
      assertThat(desk.file(new HelpDesk.Ticket(7)))
          .isEqualTo(new HelpDesk.Filed("Dear Ticket[number=7]", 21));
      HelpDesk loud = new WiredHelpDesk(runtime, "hey", text -> text.toUpperCase(Locale.ROOT));
      assertThat(loud.file(new HelpDesk.Ticket(7)).text()).isEqualTo("HEY TICKET[NUMBER=7]");
      assertThatThrownBy(() -> new WiredHelpDesk(runtime, "", text -> text))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("no greeting");
    }
  }
}
