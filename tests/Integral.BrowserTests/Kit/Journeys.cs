namespace Integral.BrowserTests.Kit;

/// <summary>The district in which people do things. They speak English, so that a test reads like the product.</summary>
public sealed class Journeys(Chromium chromium) : LiveDistrict(chromium)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Media:ReadWords", "true")];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await InHostAsync(async host =>
        {
            foreach (var account in host.Users) account.Speak("en");
            return await host.SaveChangesAsync();
        });
    }
}

[CollectionDefinition(nameof(Journeys))]
public sealed class JourneysCollection : ICollectionFixture<Journeys>;
