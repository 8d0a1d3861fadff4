using Integral.Platform.Localization;

namespace Integral.Platform.Search;

/// <summary>What the search knows of a record: where it is, what it is called, and the terms it is found by. Made of the record, so it isn't backed up.</summary>
internal sealed class SearchDocument
{
    public const int LongestKind = 20, LongestId = 36, LongestType = 100, LongestTitle = 500, LongestSummary = 1000, LongestAddress = 300, LongestOwner = 256;

    /// <summary>Short, because every term of every text repeats it.</summary>
    public long Number { get; private set; }
    public required string Kind { get; init; }
    public required string RecordId { get; init; }

    /// <summary>Language and who may find it; see <see cref="Search.Shelf"/>.</summary>
    public string Shelf { get; private set; } = "";
    public string Type { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string? Address { get; private set; }

    /// <summary>What translations of one text have in common.</summary>
    public string? TextSet { get; private set; }
    public string? Owner { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Plain text, of which passages are shown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its terms with their ranks, as they stand in <see cref="SearchPosting"/>.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>Of the analyser that made its terms.</summary>
    public int Edition { get; private set; }

    public void Say(Searchable record, DocumentTerms terms)
    {
        (Shelf, Type, Title, Summary, Address) = ($"{record.Shelf}", record.Type, Cut(record.Title, LongestTitle), Cut(record.Summary, LongestSummary), record.Address);
        (TextSet, Owner, At, Text, Terms, Edition) = (record.TextSet, record.Owner, record.At, Cut(record.Text, Searchable.LongestText), $"{terms}", Analyser.Edition);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}

/// <summary>That a document has a term: the documents of a term stand in the order of their ranks, so that the best are read without the others.</summary>
internal sealed class SearchPosting
{
    public const int LongestTerm = 60;

    public required string Shelf { get; init; }
    public required string Term { get; init; }

    /// <summary>From 0, the best, to 1000.</summary>
    public required int Rank { get; init; }
    public required long Document { get; init; }
}

/// <summary>A word as it was written in some document, for beginnings of words and for mistakes in them.</summary>
internal sealed class SearchWord
{
    public const int LettersOfStart = 3;

    public required string Shelf { get; init; }
    public required string Word { get; init; }

    /// <summary>Its first letters: looked for as they are, so that an index finds them on both engines.</summary>
    public required string Start { get; init; }
    public required string Term { get; init; }

    public static string StartOf(string word) => word.Length <= LettersOfStart ? word : word[..LettersOfStart];
}

/// <summary>Words that mean the same to those who search in this institution.</summary>
public sealed class SearchSynonyms
{
    public const int LongestWords = 500;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Two letters.</summary>
    public required string Culture { get; set; }

    /// <summary>Parted by commas.</summary>
    public required string Words { get; set; }
    public int Version { get; private set; } = 1;

    /// <exception cref="RuleException">There is nothing that could mean the same.</exception>
    public void Say(string culture, string words)
    {
        string[] said = [.. words.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.CurrentCultureIgnoreCase)];
        Rule.Require(said.Length >= 2, T.Say("Name at least two words, parted by a comma."), "Form.Words");
        (Culture, Words) = (culture, string.Join(", ", said));
        Version++;
    }
}
