using Integral.Tests.Kit;

namespace Integral.BrowserTests.Kit;

/// <summary>The district in which people only look, in its own language.</summary>
public sealed class Readers(Chromium chromium) : LiveDistrict(chromium)
{
    // Every page of every feature is looked at.
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await FullDistrict.FillAsync(this);
    }
}

[CollectionDefinition(nameof(Readers))]
public sealed class ReadersCollection : ICollectionFixture<Readers>;
