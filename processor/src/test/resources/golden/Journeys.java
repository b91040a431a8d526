package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Approve;
import io.stepwright.Cached;
import io.stepwright.Describe;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.OnError;
import io.stepwright.Prompt;
import io.stepwright.Retry;
import io.stepwright.SideEffect;
import io.stepwright.Template;
import io.stepwright.Timeout;
import io.stepwright.Tool;
import io.stepwright.Tools;
import io.stepwright.When;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.ToolRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Agent
public interface Journeys extends WeatherTools, BookingTools {

  record Traveller(String id, Optional<String> card, List<String> allergies) {}

  record Wish(Traveller traveller, String text, List<String> cities, boolean business) {}

  record Stop(String city, LocalDate arrival, List<String> sights) {}

  record Plan(List<Stop> stops, String letter) {}

  record Letter(String subject, String body) {}

  @EntryPoint(timeout = "1m", also = "audit")
  Plan plan(Wish wish, Conversation history);

  @AgentStep
  @Model(value = "gpt-4o", fallback = "gpt-4o-mini")
  @Retry(maxAttempts = 2)
  @Tools({"forecast", "weather-log", "sights"})
  @Prompt("When is {{city}} best?")
  Stop stops(@Each("wish.cities") String city, Wish wish);

  @AgentStep("letter")
  @When("wish.business")
  @Model("gpt-4o")
  @Tools(turns = 12, tokens = 50_000)
  @Prompt(system = "You are brief.", value = "Write to {{wish.text}} about {{stops}}")
  String businessLetter(Wish wish, List<Stop> stops, Conversation history);

  @AgentStep("letter")
  @When("!wish.business")
  @Model("gpt-4o")
  @Tools("reserve")
  @Prompt("Write to {{wish.text}} about {{stops}}")
  String privateLetter(Wish wish, List<Stop> stops);

  @AgentStep
  @Model("gpt-4o-mini")
  @Cached
  @Tools(value = "forecast", turns = 2)
  @Template("journey.json")
  Letter audit(Wish wish);

  /**
   * The sights of a city.
   *
   * @param city as the traveller writes it
   */
  @Tool(readOnly = true, calls = 3)
  @Model("gpt-4o-mini")
  @Cached
  @Retry(maxAttempts = 2)
  @Timeout(value = "10s", attempt = "4s")
  @Tools("forecast")
  @Prompt("Sights of {{city}} for somebody who cannot stand {{allergies}}")
  List<String> sights(@From("wish.traveller.allergies") List<String> allergies, String city);

  @Tool("weather-log")
  @Describe("The weather of the last days.\nIt is measured at the airport.")
  default Map<String, Integer> log(String city, Optional<LocalDate> from, List<Unit> units) {
    return Map.of(city, units.size());
  }
}

enum Unit {
  CELSIUS,
  FAHRENHEIT
}

interface WeatherTools {

  /** The forecast for a city. */
  @Tool(readOnly = true, onError = OnError.FAIL)
  default Optional<String> forecast(String city, Unit unit) throws java.io.IOException {
    return Optional.of(city + " is fine in " + unit);
  }
}

interface BookingTools {

  record Seat(int row, char letter) {}

  /**
   * Reserves a table.
   *
   * @param seats one for each guest
   */
  @Tool
  @SideEffect
  @Approve("Reserve {{seats}} on {{day}} for {{traveller.id}}, card {{card}}?")
  default void reserve(
      @From("wish.traveller") Journeys.Traveller traveller,
      @From("wish.traveller.card") Optional<String> card,
      LocalDate day,
      List<Seat> seats) {
    if (seats.isEmpty()) {
      throw new ToolRefusal("Nobody comes.");
    }
  }
}
