package io.hairline.booking.demo;

/** What another capability adds to an empty demo, after its clients and appointments are there. */
public interface DemoPart {

    /** @param madeBy the subject that the demo's data are made by */
    void fill(String madeBy);
}
