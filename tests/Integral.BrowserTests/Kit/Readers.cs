namespace Integral.BrowserTests.Kit;

/// <summary>The district in which people only look, in its own language.</summary>
public sealed class Readers(Chromium chromium) : LiveDistrict(chromium);

[CollectionDefinition(nameof(Readers))]
public sealed class ReadersCollection : ICollectionFixture<Readers>;
