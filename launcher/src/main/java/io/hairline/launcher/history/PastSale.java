package io.hairline.launcher.history;

import io.hairline.launcher.history.PastVisit.Ending;
import java.util.List;
import java.util.Optional;

/**
 * What a client took home from the counter after the first session.
 *
 * @param kind as booking calls it
 * @param amount what it cost, in the clinic's currency
 * @param tax the part of it that is tax
 */
record PastSale(String kind, String amount, String tax) {

    private static final List<PastSale> PRODUCTS = List.of(
            new PastSale("SALE_SPF", "24.00", "3.83"),
            new PastSale("SALE_MOISTURISER", "18.00", "2.87"),
            new PastSale("SALE_SHAMPOO", "15.00", "2.39"));

    private static final int ONE_IN = 10;
    private static final int WHICH = 7;

    /** Some of those whose first session is over. */
    static Optional<PastSale> of(ClientHistory it) {
        boolean treated = it.sessions().stream().limit(1).anyMatch(first -> first.ending() == Ending.COMPLETED);
        return treated && it.client() % ONE_IN == WHICH
                ? Optional.of(PRODUCTS.get(it.client() / ONE_IN % PRODUCTS.size()))
                : Optional.empty();
    }
}
