import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace oortbus. */
export namespace oortbus {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a LinkFrame.
         * @deprecated Use oortbus.v1.LinkFrame.$Properties instead.
         */
        interface ILinkFrame extends oortbus.v1.LinkFrame.$Properties {
        }

        /** Represents a LinkFrame. */
        class LinkFrame {

            /**
             * Constructs a new LinkFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.LinkFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkFrame first. */
            first: (number|Long);

            /** LinkFrame ack. */
            ack: (number|Long);

            /** LinkFrame ackWanted. */
            ackWanted: boolean;

            /** LinkFrame dropped. */
            dropped: (number|Long);

            /** LinkFrame deliveries. */
            deliveries: oortbus.v1.LinkDelivery.$Properties[];

            /** LinkFrame messages. */
            messages: Uint8Array;

            /**
             * Creates a new LinkFrame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkFrame instance
             */
            static create(properties: oortbus.v1.LinkFrame.$Shape): oortbus.v1.LinkFrame & oortbus.v1.LinkFrame.$Shape;
            static create(properties?: oortbus.v1.LinkFrame.$Properties): oortbus.v1.LinkFrame;

            /**
             * Encodes the specified LinkFrame message. Does not implicitly {@link oortbus.v1.LinkFrame.verify|verify} messages.
             * @param message LinkFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.LinkFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.LinkFrame & oortbus.v1.LinkFrame.$Shape} LinkFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.LinkFrame & oortbus.v1.LinkFrame.$Shape;

            /**
             * Verifies a LinkFrame message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace LinkFrame {

            /** Properties of a LinkFrame. */
            interface $Properties {

                /** LinkFrame first */
                first?: (number|Long|null);

                /** LinkFrame ack */
                ack?: (number|Long|null);

                /** LinkFrame ackWanted */
                ackWanted?: (boolean|null);

                /** LinkFrame dropped */
                dropped?: (number|Long|null);

                /** LinkFrame deliveries */
                deliveries?: (oortbus.v1.LinkDelivery.$Properties[]|null);

                /** LinkFrame messages */
                messages?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkFrame. */
            type $Shape = oortbus.v1.LinkFrame.$Properties;
        }

        /**
         * Properties of a LinkDelivery.
         * @deprecated Use oortbus.v1.LinkDelivery.$Properties instead.
         */
        interface ILinkDelivery extends oortbus.v1.LinkDelivery.$Properties {
        }

        /** Represents a LinkDelivery. */
        class LinkDelivery {

            /**
             * Constructs a new LinkDelivery.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.LinkDelivery.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkDelivery channel. */
            channel: string;

            /** LinkDelivery data. */
            data: Uint8Array;

            /** LinkDelivery fields. */
            fields: Uint8Array;

            /** LinkDelivery envelope. */
            envelope: Uint8Array;

            /**
             * Creates a new LinkDelivery instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkDelivery instance
             */
            static create(properties: oortbus.v1.LinkDelivery.$Shape): oortbus.v1.LinkDelivery & oortbus.v1.LinkDelivery.$Shape;
            static create(properties?: oortbus.v1.LinkDelivery.$Properties): oortbus.v1.LinkDelivery;

            /**
             * Encodes the specified LinkDelivery message. Does not implicitly {@link oortbus.v1.LinkDelivery.verify|verify} messages.
             * @param message LinkDelivery message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.LinkDelivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkDelivery message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.LinkDelivery & oortbus.v1.LinkDelivery.$Shape} LinkDelivery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.LinkDelivery & oortbus.v1.LinkDelivery.$Shape;

            /**
             * Verifies a LinkDelivery message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace LinkDelivery {

            /** Properties of a LinkDelivery. */
            interface $Properties {

                /** LinkDelivery channel */
                channel?: (string|null);

                /** LinkDelivery data */
                data?: (Uint8Array|null);

                /** LinkDelivery fields */
                fields?: (Uint8Array|null);

                /** LinkDelivery envelope */
                envelope?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkDelivery. */
            type $Shape = oortbus.v1.LinkDelivery.$Properties;
        }
    }
}
