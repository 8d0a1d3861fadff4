namespace Integral.Content;

/// <summary>A kind of content and the parts it is made of, as a recipe's ContentDefinition step describes it.</summary>
internal sealed class ContentType
{
    public required string Name { get; init; }
    public required string DisplayName { get; set; }

    /// <summary>JSON as Orchard Core writes it: Settings and ContentTypePartDefinitionRecords.</summary>
    public string Definition { get; private set; } = "{}";
    public int Version { get; private set; } = 1;

    /// <param name="displayName">Its title.</param>
    /// <param name="definition">JSON.</param>
    /// <param name="hasOtherFields">The part of its own fields has changed: that is a change of the type too.</param>
    public void Describe(string displayName, string definition, bool hasOtherFields = false)
    {
        if (DisplayName == displayName && Definition == definition && !hasOtherFields) return;
        (DisplayName, Definition) = (displayName, definition);
        Version++;
    }
}

/// <summary>A part with fields of its own. A part named like a type holds that type's fields.</summary>
internal sealed class ContentPart
{
    public required string Name { get; init; }

    /// <summary>JSON as Orchard Core writes it: Settings and ContentPartFieldDefinitionRecords.</summary>
    public string Definition { get; private set; } = "{}";
    public int Version { get; private set; } = 1;

    public void Describe(string definition)
    {
        if (Definition == definition) return;
        Definition = definition;
        Version++;
    }
}
