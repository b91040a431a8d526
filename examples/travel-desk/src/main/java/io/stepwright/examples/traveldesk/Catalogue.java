package io.stepwright.examples.traveldesk;

import io.stepwright.examples.traveldesk.TravelSearch.Cabin;
import io.stepwright.examples.traveldesk.TravelSearch.Flight;
import io.stepwright.examples.traveldesk.TravelSearch.Hotel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Flights, hotels and their rooms. Thread-safe, as everything that tools use has to be. */
public final class Catalogue {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  private static final List<Flight> FLIGHTS =
      List.of(
          new Flight("IB8823", Cabin.ECONOMY, 1, 18_900),
          new Flight("TP575", Cabin.ECONOMY, 0, 31_200),
          new Flight("LH1166", Cabin.BUSINESS, 0, 89_000));

  private static final List<Hotel> HOTELS =
      List.of(
          new Hotel("H-1", "Hotel Baixa", 9_900, "Quiet rooms, and a good breakfast."),
          new Hotel("H-2", "Casa do Rio", 11_900, "Quartos grandes, mas a rua é barulhenta."),
          new Hotel("H-3", "Palácio da Luz", 42_000, "Simply perfect."));

  private final AtomicInteger searches = new AtomicInteger();
  private final List<String> reservations = new ArrayList<>();

  List<Flight> flights(Cabin cabin, String from, String to, LocalDate day) {
    searches.incrementAndGet();
    return from.equals("FRA") && to.equals("LIS") && day.equals(DAY)
        ? FLIGHTS.stream().filter(flight -> flight.cabin() == cabin).toList()
        : List.of();
  }

  List<Hotel> hotels(int limit, String city) {
    searches.incrementAndGet();
    return city.equals("Lisbon")
        ? HOTELS.stream().filter(hotel -> hotel.centsPerNight() <= limit).toList()
        : List.of();
  }

  /** Returns a flight of a cabin, if there is one of that number. */
  Optional<Flight> flight(Cabin cabin, String number) {
    return FLIGHTS.stream()
        .filter(flight -> flight.cabin() == cabin && flight.number().equals(number))
        .findFirst();
  }

  /** Reserves a room. Returns false if the hotel has none left; the cheapest one never has. */
  synchronized boolean reserve(String traveller, String hotel, LocalDate arrival, int nights) {
    if (hotel.equals(HOTELS.get(0).id())) {
      return false;
    }
    reservations.add("%s: %s from %s, %s nights".formatted(traveller, hotel, arrival, nights));
    return true;
  }

  /** Returns how often flights and hotels were searched. */
  int searches() {
    return searches.get();
  }

  /** Returns the reserved rooms, in order. */
  synchronized List<String> reservations() {
    return List.copyOf(reservations);
  }
}
