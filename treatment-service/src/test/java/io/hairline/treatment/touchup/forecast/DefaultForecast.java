package io.hairline.treatment.touchup.forecast;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as the service has them where nothing is set. */
public final class DefaultForecast {

    public static final ForecastSettings SETTINGS = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("hairline.treatment.touch-up", ForecastSettings.class);

    private DefaultForecast() {}
}
