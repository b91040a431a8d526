package io.stepwright.examples.traveldesk;

import io.stepwright.From;
import io.stepwright.Tool;
import java.time.LocalDate;
import java.util.List;

/** A set of tools for every agent that has a catalogue and knows the traveller. */
public interface TravelSearch {

  enum Cabin {
    ECONOMY,
    BUSINESS
  }

  record Flight(String number, Cabin cabin, int stops, int cents) {}

  record Hotel(String id, String name, int centsPerNight, String latestReview) {}

  Catalogue catalogue();

  /**
   * The flights of a day, in the cabin that the traveller may use. The cheapest one is the first.
   *
   * @param from the IATA code of the airport
   * @param to the IATA code of the airport
   */
  @Tool(readOnly = true)
  default List<Flight> flights(
      @From("traveller.cabin") Cabin cabin, String from, String to, LocalDate day) {
    return catalogue().flights(cabin, from, to, day);
  }

  /**
   * The hotels of a city whose price is within the traveller's limit. The cheapest one is first.
   */
  @Tool(readOnly = true)
  default List<Hotel> hotels(@From("traveller.centsPerNight") int limit, String city) {
    return catalogue().hotels(limit, city);
  }
}
